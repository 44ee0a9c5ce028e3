import Glibc

/// A program's run to its end, its output thrown away.
struct ProgramRun {
    let wall: Duration
    /// Of all its threads together.
    let processor: Duration

    /// - Parameter command: a program's path and its arguments.
    /// - Throws: when it cannot be run or fails.
    init(_ command: [String]) throws {
        let start = ContinuousClock.now
        let process = try started(command)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 {
            if errno != EINTR { throw Obstacle("Nobody waits for \(command[0])", errno) }
        }
        wall = ContinuousClock.now - start
        guard status == 0 else { throw Obstacle("“\(command.joined(separator: " "))” failed.") }
        processor = Duration(usage.ru_utime) + Duration(usage.ru_stime)
    }
}

/// The most memory that a program held at once in a run to its end, in bytes.
///
/// Looked up while it runs: what `wait4` tells afterwards counts this process too, as whose copy every other starts.
func peakMemory(of command: [String]) throws -> Int {
    let process = try started(command)
    var status: Int32 = 0
    var peak = 0
    while waitpid(process, &status, WNOHANG) == 0 {
        // One that has ended but was not waited for yet has no memory any more.
        if let memory = try memoryFigure("VmHWM", of: process) { peak = max(peak, memory) }
        usleep(2000)
    }
    guard status == 0 else { throw Obstacle("“\(command.joined(separator: " "))” failed.") }
    return peak
}

/// A line of a process's status that tells kilobytes, in bytes; nil when there is no such line.
func memoryFigure(_ name: String, of process: pid_t) throws -> Int? {
    let words = try kernelValue(name, in: "/proc/\(process)/status")?.split(separator: " ")
    return words?.first.flatMap { Int($0) }.map { $0 * 1024 }
}

private func started(_ command: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let arguments = command.map { strdup($0) } + [nil]
    let variables = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent"]
    let environment = variables.map { strdup($0) } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, command[0], &actions, nil, arguments, environment)
    guard result == 0 else { throw Obstacle("\(command[0]) cannot be started", result) }
    return process
}

extension Duration {
    fileprivate init(_ time: timeval) { self = .seconds(time.tv_sec) + .microseconds(time.tv_usec) }
}
