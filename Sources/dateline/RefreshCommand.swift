import ArgumentParser
import Glibc
import News
import Newsroom

/// `dateline refresh [FEED …]`: fetches the feeds, and reads what is new.
struct RefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Fetches the feeds and reads their new stories; a line for each that failed.")

    @Flag(help: "Only feeds whose interval is over and that did not ask to be left alone.")
    var due = false

    @Argument(help: "Feeds or folders of feeds, by name or address. Without one: all.", completion: .feeds)
    var feeds: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let log = try options.messageLog
        let newsroom = Newsroom(dataFolder: try options.dataFolder, environment: .ofProcess)
        var unknown: [Problem] = []
        let wanted = try wanted(newsroom) { unknown.append($0) }
        defer { newsroom.close() }
        // One that there is not does not stop the others.
        if let problem = unknown.first, wanted?.isEmpty ?? false { throw problem }
        unknown.forEach(complain)
        try RefreshRound(log).run(newsroom, feeds: wanted, onlyDue: due)
        if !unknown.isEmpty { throw Outcome.inputFailed }
    }

    /// The ids of the feeds that are named; nil for all.
    /// - Parameter tell: is told of those that there are not.
    private func wanted(_ newsroom: Newsroom, tell: (Problem) -> Void) throws -> Set<String>? {
        let list = try newsroom.subscriptions().subscriptions
        if list.feeds.isEmpty {
            throw Misuse(
                "There are no feeds to fetch.", remedy: "Subscribe to some with dateline feeds add or feeds import.")
        }
        if feeds.isEmpty { return nil }
        var ids: Set<String> = []
        for words in feeds {
            do throws(Problem) {
                switch try newsroom.reference(to: words, in: list) {
                case .feed(let id): ids.insert(id)
                case .folder(let path): ids.formUnion(list.feeds(in: path).map(\.id))
                case .smartFeed(let name):
                    throw Problem(
                        "“\(name)” is a smart feed, which has nothing to fetch.", remedy: "Name a feed or a folder.")
                }
            } catch {
                tell(error)
            }
        }
        return ids
    }
}

extension [String: String] {
    /// The variables that fetching asks for.
    static var ofProcess: [String: String] {
        var variables: [String: String] = [:]
        let names = [
            "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
            "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
        ]
        for name in names { if let value = getenv(name) { variables[name] = String(cString: value) } }
        return variables
    }
}
