import Glibc

/// The rows as a Markdown table, the columns in line for whoever reads the source.
func table(_ rows: [Row]) -> String {
    let head = ["Measured", "Dateline", "Beside it, by turns", "Dateline : peer", "Wanted"]
    let lines = [head] + rows.map(\.cells)
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
        let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
    return ([line(head), rule] + lines.dropFirst().map(line)).joined(separator: "\n")
}

/// The machine in a few words: "2 cores (Intel Xeon …), 24 GB, Debian GNU/Linux 12".
func machine() throws -> String {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let model = try kernelValue("model name", in: "/proc/cpuinfo") ?? "unknown processor"
    let memory = try kernelValue("MemTotal", in: "/proc/meminfo")?.split(separator: " ").first.flatMap { Int($0) }
    let system = String(decoding: try contents(of: "/etc/os-release"), as: UTF8.self)
        .split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }?.split(separator: "\"").dropFirst().first
    return [
        "\(cores) \(cores == 1 ? "core" : "cores") (\(model))", memory.map { "\(($0 + 524_288) / 1_048_576) GB" },
        system.map(String.init),
    ].compactMap(\.self).joined(separator: ", ")
}

/// What part of the processors is taken by others in the second of the call, 0...1.
func shareOfOthers() throws -> Double {
    let before = try processorTimes()
    sleep(1)
    let after = try processorTimes()
    return Double(after.busy - before.busy) / Double(max(1, after.all - before.all))
}

/// In ticks, since the machine was started.
private func processorTimes() throws -> (busy: Int, all: Int) {
    let lines = String(decoding: try contents(of: "/proc/stat"), as: UTF8.self).split(separator: "\n")
    // User, nice, system, idle, waiting for disks, …
    let times = (lines.first ?? "").split(separator: " ").compactMap { Int($0) }.prefix(8)
    guard times.count == 8 else { throw Obstacle("/proc/stat tells no times.") }
    let all = times.reduce(0, +)
    return (all - times[3] - times[4], all)
}
