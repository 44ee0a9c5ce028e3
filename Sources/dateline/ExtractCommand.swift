import ArgumentParser
import Glibc
import News
import Newsroom

/// `dateline extract`: stories in, quotes, names and countries out.
struct ExtractCommand: AsyncParsableCommand {
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

    func run() async throws {
        try options.startLog()
        if files.isEmpty, isatty(STDIN_FILENO) != 0 {
            throw Misuse(
                "There is nothing to extract from.", remedy: "Name story files, or give stories on standard input.")
        }
        if let explain {
            let story = try OneStory(files).explained
            return try put(ExplainedQuote(explain, of: story, look: .ofOutput).page)
        }
        var pipeline = ExtractPipeline(format: format ?? .ndjson)
        for file in files.isEmpty ? ["-"] : files { try await pipeline.take(file) }
        try pipeline.finish()
        if pipeline.hasFailures { throw Outcome.inputFailed }
    }
}
