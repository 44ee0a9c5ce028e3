import ArgumentParser
import JSONText
import News
import Newsroom

/// `dateline feeds check`: what a feed says, as it would be shown.
struct FeedsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads feeds and tells what they say, and what is odd about them.",
        discussion: """
            A FEED is an address, a file, or - for standard input: RSS, Atom or JSON Feed. With --format ndjson, each gives one line: \
            {"file","feed":{…},"entries":[…],"faults":[…]}, in order, all texts plain, all times ISO 8601 in UTC; what is no \
            feed gives {"file","error"} in its place.
            """)

    @Option(help: "How to write the answers: text or ndjson.")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Read a file as if it had been served with this header: Content-Type or Content-Location.",
            valueName: "name: value"))
    var header: [String] = []

    @Option(help: ArgumentHelp("Read a file as if it had come from this address.", valueName: "url"))
    var base: String?

    @Argument(help: ArgumentHelp("Addresses or files of feeds, or - for standard input.", valueName: "feed"))
    var feeds: [String]

    @OptionGroup var options: CommonOptions

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case text, ndjson }

    func validate() throws {
        for line in header where !line.contains(":") {
            throw ValidationError("“\(clean(line))” is no header; they are written 'Content-Type: text/xml'.")
        }
    }

    func run() throws {
        try options.startLog()
        var hasFailures = false
        for (index, place) in feeds.enumerated() {
            let shown = place.contains("://") ? FeedAddress.withoutSignIn(place) : place
            do throws(Problem) {
                try write(try CheckedFeed(try served(place)), shown, isFirst: index == 0)
            } catch {
                hasFailures = true
                try fail(error.replacing(place, with: shown), shown)
            }
        }
        if hasFailures { throw Outcome.inputFailed }
    }

    /// - Throws: when it cannot be had.
    private func served(_ place: String) throws(Problem) -> ServedFeed {
        if place.hasPrefix("http://") || place.hasPrefix("https://") {
            let newsroom = Newsroom(dataFolder: nil, environment: .ofProcess)
            defer { newsroom.close() }
            return try newsroom.fetchedFeed(at: place)
        }
        return try ServedFeed(
            file: place, contentType: value(ofHeader: "content-type"),
            address: value(ofHeader: "content-location") ?? base)
    }

    private func value(ofHeader wanted: String) -> String? {
        for line in header {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == wanted else { continue }
            return String(parts[1].drop(while: \.isWhitespace))
        }
        return nil
    }

    private func write(_ feed: CheckedFeed, _ place: String, isFirst: Bool) throws(Problem) {
        switch format {
        case .text: try put((isFirst ? "" : "\n\n") + CheckedFeedText(feed, place: place).text)
        case .ndjson:
            var json = JSONWriter()
            CheckedFeedJSON(feed: feed, place: place).write(to: &json)
            try put(json.bytes + [0x0A])
        }
    }

    /// Told on standard error, and in the place of the answer.
    private func fail(_ problem: Problem, _ place: String) throws(Problem) {
        let summary = problem.summary.hasPrefix(place) ? problem.summary : "\(place): \(problem.summary)"
        complain(Problem(clean(summary), remedy: problem.remedy, detail: problem.detail))
        guard format == .ndjson else { return }
        var json = JSONWriter()
        json.object { json in
            json.field("file", place)
            json.field("error", [problem.summary, problem.remedy].filter { !$0.isEmpty }.joined(separator: " "))
        }
        try put(json.bytes + [0x0A])
    }
}

extension Problem {
    /// Its words may have an address as it was given, password included.
    fileprivate func replacing(_ place: String, with shown: String) -> Problem {
        Problem(summary.replacing(place, with: shown), remedy: remedy, detail: detail.replacing(place, with: shown))
    }
}
