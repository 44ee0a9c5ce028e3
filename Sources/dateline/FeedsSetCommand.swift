import ArgumentParser
import News
import Newsroom

/// `dateline feeds set`
struct FeedsSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Changes how feeds are fetched and shown.",
        discussion: "What is not named stays as it is.")

    @Argument(help: ArgumentHelp("Addresses or names.", valueName: "feed"), completion: .feeds)
    var feeds: [String]

    @Option(help: ArgumentHelp("The feed's new address.", valueName: "address"))
    var address: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("A smart feed's new query.", valueName: "query"))
    var query: String?

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("Its tags are these; may be given several times.", valueName: "tag"))
    var tags: [String] = []

    @Flag(help: "It has no tags.")
    var noTags = false

    @Option(help: ArgumentHelp("Time between two looks: 30m, 2h, 1d, or usual.", valueName: "time"))
    var interval: String?

    @Flag(inversion: .prefixedNo, help: "Fetch the pages of its stories, as it has only their beginnings.")
    var fullText: Bool?

    @Flag(inversion: .prefixedNo, help: "Leave its stories out of the lists of all feeds.")
    var hidden: Bool?

    @Flag(help: "It is fetched without a user and password.")
    var noPassword = false

    @OptionGroup var signIn: SignInOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let query { try refuseOption(query, as: "--query") }
        if let interval, interval != "usual", FeedInterval(interval) == nil {
            throw ValidationError("“\(clean(interval))” is no time; it is written 30m, 2h, 1d or usual.")
        }
        if let address, FeedAddress(typed: address) == nil {
            throw ValidationError("“\(clean(FeedAddress.withoutSignIn(address)))” is no web address.")
        }
        if feeds.count > 1, address != nil || query != nil {
            throw ValidationError("An --address or a --query is for one feed.")
        }
        if noTags, !tags.isEmpty { throw ValidationError("A feed has a --tag or --no-tags.") }
        if noPassword, signIn.isGiven { throw ValidationError("A feed has a --user or --no-password.") }
        if query == nil, !changesFeeds {
            throw ValidationError("Say what to set: --interval, --tag, --hidden and so on.")
        }
    }

    private var changesFeeds: Bool {
        address != nil || !tags.isEmpty || noTags || interval != nil || fullText != nil || hidden != nil || noPassword
            || signIn.isGiven
    }

    func run() throws {
        try options.startLog()
        if let query { try check(query: query) }
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        try forEach(feeds) { feed throws(Problem) in
            var changed: String?
            try newsroom.changeSubscriptions { list throws(Problem) in
                switch (try newsroom.reference(to: feed, in: list), query) {
                case (.feed(let id), nil):
                    try list.set(id, apply)
                    changed = id
                case (.smartFeed(let name), let query?) where !changesFeeds:
                    try list.setSmartFeed(name) { $0.query = query }
                case (.smartFeed(let name), _):
                    throw Problem("“\(name)” is a smart feed.", remedy: "It has a --query, and nothing else to set.")
                case (.feed, _): throw Problem("“\(feed)” is no smart feed, and has no query.")
                case (.folder, _): throw Problem("“\(feed)” is a folder.", remedy: "Name the feeds in it.")
                }
            }
            if let changed, let new = address.flatMap({ FeedAddress(typed: $0) }) {
                try newsroom.moveStories(ofFeed: changed, to: new.key)
            }
        }
    }

    private func apply(to feed: inout Subscription) {
        if let address = address.flatMap({ FeedAddress(typed: $0) }) { feed.address = address }
        if !tags.isEmpty || noTags { feed.tags = tags }
        if let interval { feed.interval = FeedInterval(interval)?.minutes }
        feed.isFullText = fullText ?? feed.isFullText
        feed.isHidden = hidden ?? feed.isHidden
        if noPassword { feed.signIn = nil }
        feed.signIn = signIn.signIn ?? feed.signIn
    }
}
