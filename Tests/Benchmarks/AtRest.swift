import PtyKit

extension Bench {
    /// What the reader takes when it has read everything and nobody touches a key.
    func readersAtRest() throws -> [Row] {
        let pager = try pager(of: try page(ofStories: sampleCount))
        try pager?.quiet()
        let paged = try pager.map { try $0.residentMemory }
        return try [sampleCount, 1000].flatMap { count in
            let reader = try reader(of: try folder(ofStories: count))
            try reader.wait("all stories") { $0.hasRead(count) }
            // Threads that have no work left go to their end five seconds later.
            try reader.pass(.seconds(7))
            let name = "\(grouped(count)) stories"
            let memory = try reader.residentMemory
            let (ticks, wakeUps) = (reader.processorTicks, try reader.wakeUps)
            try reader.pass(.seconds(3))
            guard let before = ticks, let after = reader.processorTicks else { throw Obstacle("The reader ended.") }
            let woken = try reader.wakeUps - wakeUps
            return [
                Row(
                    what: "Memory of the reader at rest, \(name)", ours: megabytes(memory),
                    peer: paged.map { "`less` of \(sampleCount): \(megabytes($0))" },
                    ratio: paged.map { Double(memory) / Double($0) },
                    target: count == sampleCount ? ("30 MB or less", memory <= 30_000_000) : nil),
                Row(
                    what: "Three seconds at rest, \(name)",
                    ours: "\(after - before) ticks of the processor, \(woken) wake-ups",
                    target: ("nothing at all", after == before && woken == 0)),
            ]
        }
    }
}

extension PtyProgram {
    /// Lets time pass, while whatever it writes is read.
    func pass(_ time: Duration) throws {
        let end = ContinuousClock.now + time
        try wait("time to pass", within: time + .seconds(1)) { _ in ContinuousClock.now > end }
    }

    /// In bytes.
    var residentMemory: Int {
        get throws {
            guard let memory = try memoryFigure("VmRSS", of: processID) else { throw Obstacle("The program ended.") }
            return memory
        }
    }

    /// How often its threads have waited for something and gone on.
    fileprivate var wakeUps: Int {
        get throws {
            let threads = "/proc/\(processID)/task"
            return try names(in: threads).reduce(0) { sum, thread in
                let waits = try kernelValue("voluntary_ctxt_switches", in: "\(threads)/\(thread)/status")
                return sum + (waits.flatMap { Int($0) } ?? 0)
            }
        }
    }
}
