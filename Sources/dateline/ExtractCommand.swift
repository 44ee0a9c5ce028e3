import ArgumentParser
import Dispatch
import Glibc
import News
import Newsroom
import Synchronization

/// `dateline extract`: stories in, quotes, names and countries out.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Stories in; who said what, who is named, and which countries they are about, out.",
        discussion: """
            A FILE is one story, a folder all stories in it; a file that ends in .ndjson, and - (standard input), hold one \
            JSON object a line with "id" and "text" (or "html"), and, if known, "title", "url", "published" and \
            "source". The answers come in the same order; a bad line gets {"line":17,"error":"…"} in its place.
            """)

    @Option(help: "How to write the answers: ndjson (when nothing is said), json or text.")
    var format: Format?

    @Option(help: ArgumentHelp("Say why quote N of one story has its speaker, N as in --format text.", valueName: "n"))
    var explain: Int?

    @Argument(help: "Story files, folders, .ndjson streams, or - for standard input.")
    var files: [String] = []

    @OptionGroup var options: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case ndjson, json, text }

    func validate() throws {
        guard let explain else { return }
        if explain < 1 { throw ValidationError("Quotes are numbered from 1.") }
        if let format, format != .text {
            throw ValidationError("--explain writes a text for people; it has no form in \(format.rawValue).")
        }
    }

    func run() throws {
        try options.startLog()
        if files.isEmpty, isatty(STDIN_FILENO) != 0 {
            throw Misuse(
                "There is nothing to extract from.", remedy: "Name story files, or give stories on standard input.")
        }
        if let explain {
            let story = try OneStory(files).explained
            return try put(ExplainedQuote(explain, of: story, look: .ofOutput).page)
        }
        let (format, files) = (format ?? .ndjson, files.isEmpty ? ["-"] : files)
        let hasFailures = try waitFor {
            var pipeline = ExtractPipeline(format: format)
            for file in files { try await pipeline.take(file) }
            try pipeline.finish()
            return pipeline.hasFailures
        }
        if hasFailures { throw Outcome.inputFailed }
    }
}

/// Runs tasks from the main thread, which sleeps meanwhile. Only here: the reader does without them (`Worker` says why).
private func waitFor<Answer: Sendable>(_ work: @escaping @Sendable () async throws -> Answer) throws -> Answer {
    let ending = Ending<Answer>()
    Task.detached {
        do {
            ending.set(.success(try await work()))
        } catch {
            ending.set(.failure(error))
        }
    }
    return try ending.wait().get()
}

/// What a task ended with, to be waited for by a thread.
private final class Ending<Answer: Sendable>: Sendable {
    // A class, because a task sets it and a thread waits for it.
    private let result = Mutex<Result<Answer, any Error>?>(nil)
    private let isSet = DispatchSemaphore(value: 0)

    func set(_ result: Result<Answer, any Error>) {
        self.result.withLock { $0 = result }
        isSet.signal()
    }

    func wait() -> Result<Answer, any Error> {
        isSet.wait()
        return result.withLock { result in
            guard let result else { preconditionFailure("the semaphore is signalled after the result is set") }
            return result
        }
    }
}
