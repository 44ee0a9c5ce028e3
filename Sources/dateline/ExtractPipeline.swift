import Glibc
import News
import Newsroom

/// Many stories through extraction: on all cores, in constant memory, answers in the order of the stories.
struct ExtractPipeline {
    private let format: ExtractCommand.Format
    private var isFirst = true
    /// Whether something in the input failed; it was named on standard error by then.
    private(set) var hasFailures = false

    init(format: ExtractCommand.Format) { self.format = format }

    /// Takes one argument of the command: a file, a folder, a stream. What fails in it is named on standard error.
    /// - Throws: when the output cannot be written.
    mutating func take(_ path: String) async throws {
        do throws(Problem) {
            if let stream = try StoryStream(path) {
                try await takeStream(stream)
            } else {
                try Newsroom.check([path])
                let stories = try FoundStories(at: [path])
                for problem in stories.problems { fail(problem) }
                try await run(ExtractSource(stories)) { problems in problems.map(\.problem) }
            }
        } catch {
            fail(error)
        }
    }

    /// Closes what is open in the output.
    func finish() throws(Problem) {
        if format == .json { try put(isFirst ? "[]\n" : "\n]\n") }
    }

    private mutating func takeStream(_ stream: borrowing StoryStream) async throws(Problem) {
        var count = 0
        var first: ExtractFailure?
        try await run(ExtractSource(LineBatches(reading: stream.descriptor, named: stream.name))) { failures in
            count += failures.count
            if first == nil { first = failures.first }
            return []
        }
        guard let first else { return }
        let lines = count == 1 ? "One line" : "\(count) lines"
        // Somebody gave a story itself.
        let isText = first.line == 1 && !first.startsAsJSON
        fail(
            Problem(
                "\(lines) of \(stream.name) could not be read; the first is line \(first.line): "
                    + "\(first.problem.summary).",
                remedy: isText ? StoryLine.textRemedy : ""))
    }

    /// Keeps all cores busy with jobs, and writes each answer when its turn comes. A long job has the memory for itself.
    /// - Parameter tell: what to say at once of the failures of one job.
    private mutating func run(
        _ source: ExtractSource, tell: ([ExtractFailure]) -> [Problem]
    ) async throws(Problem) {
        var source = source
        let writer = ExtractWriter(format: format, look: .ofOutput)
        var stop: Problem?
        await withTaskGroup(of: (Int, ExtractAnswer).self) { group in
            var early: [Int: ExtractAnswer] = [:]
            var (started, running, written) = (0, 0, 0)
            var isAtEnd = false
            var waiting: ExtractJob?
            var runsLongJob = false
            while true {
                if running == 0 { runsLongJob = false }
                let mustWait = running > 0 && (runsLongJob || waiting?.isLong == true)
                let isFull = running > availableCores || started - written >= 4 * availableCores
                // A program at the other end may wait for these answers before it sends more.
                let wouldWait = running > 0 && waiting == nil && source.wouldWait
                if isAtEnd && waiting == nil || isFull || mustWait || wouldWait,
                    let (number, answer) = await group.next()
                {
                    running -= 1
                    early[number] = answer
                    while stop == nil, let answer = early.removeValue(forKey: written) {
                        written += 1
                        do throws(Problem) {
                            try write(answer, tell)
                        } catch {
                            stop = error
                            isAtEnd = true
                            waiting = nil
                        }
                    }
                    continue
                }
                if isAtEnd && waiting == nil { break }
                do throws(Problem) {
                    if waiting == nil { waiting = try source.next() }
                    guard let job = waiting else {
                        isAtEnd = true
                        continue
                    }
                    if job.isLong && running > 0 { continue }
                    waiting = nil
                    runsLongJob = job.isLong
                    let number = started
                    group.addTask { (number, writer.answer(job)) }
                    started += 1
                    running += 1
                } catch {
                    stop = error
                    isAtEnd = true
                }
            }
        }
        if let stop { throw stop }
    }

    private mutating func write(_ answer: ExtractAnswer, _ tell: ([ExtractFailure]) -> [Problem]) throws(Problem) {
        for problem in tell(answer.failures) { fail(problem) }
        if answer.bytes.isEmpty { return }
        switch format {
        case .ndjson: break
        case .json: try put(isFirst ? "[\n" : ",\n")
        case .text: try put(isFirst ? "" : "\n\n")
        }
        isFirst = false
        try put(answer.bytes)
    }

    private mutating func fail(_ problem: Problem) {
        hasFailures = true
        complain(problem)
    }
}

/// Where jobs come from.
private enum ExtractSource {
    case files(FoundStories, next: Int)
    case lines(LineBatches)

    init(_ stories: FoundStories) { self = .files(stories, next: 0) }
    init(_ lines: LineBatches) { self = .lines(lines) }

    var wouldWait: Bool {
        switch self {
        case .files: false
        case .lines(let batches): batches.wouldWait
        }
    }

    mutating func next() throws(Problem) -> ExtractJob? {
        switch self {
        case .files(let stories, let index):
            if index == stories.count { return nil }
            self = .files(stories, next: index + 1)
            return .file(index, stories)
        case .lines(var batches):
            let batch = try batches.next()
            self = .lines(batches)
            return batch.map { .lines($0) }
        }
    }
}
