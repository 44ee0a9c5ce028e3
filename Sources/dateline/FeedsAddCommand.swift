import ArgumentParser
import News
import Newsroom

/// `dateline feeds add`
struct FeedsAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Subscribes to feeds, or saves a query as a smart feed.",
        usage: """
            dateline feeds add ADDRESS ... [OPTION ...]
            dateline feeds add --query QUERY --name NAME [--folder FOLDER]
            """,
        discussion: """
            The address of a site will do: its page says where its feeds are. If it has several, the first is taken that \
            is not of readers' comments, and the others are named. Their stories are fetched at once. A server that \
            cannot be asked now is believed to have a feed there.
            """)

    @Argument(help: "Addresses of feeds, or of sites that have some.")
    var addresses: [String] = []

    @Option(help: "Your own name for it, instead of the feed's.")
    var name: String?

    @Option(help: ArgumentHelp("Folder to put it into, made when it is not there: World/Europe.", valueName: "folder"))
    var folder = ""

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Save these words as a smart feed.", valueName: "query"))
    var query: String?

    @Option(name: .customLong("tag"), help: ArgumentHelp("A tag; may be given several times.", valueName: "tag"))
    var tags: [String] = []

    @Option(help: ArgumentHelp("Time between two looks: 30m, 2h, 1d.", valueName: "time"))
    var interval: FeedInterval?

    @Flag(help: "Fetch the pages of its stories, as it has only their beginnings.")
    var fullText = false

    @Flag(help: "Leave its stories out of the lists of all feeds.")
    var hidden = false

    @Flag(help: "Subscribe to all feeds of a site.")
    var all = false

    @Flag(help: "Take the address for a feed's without a look, and fetch nothing.")
    var noCheck = false

    @Flag(help: "Do not fetch its stories yet.")
    var noFetch = false

    @OptionGroup var signIn: SignInOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let query {
            try refuseOption(query, as: "--query")
            if name == nil { throw ValidationError("A --query needs a --name.") }
            let isForFeeds =
                !addresses.isEmpty || !tags.isEmpty || interval != nil || fullText || hidden || all || noCheck
                || noFetch
            if isForFeeds || signIn.isGiven {
                throw ValidationError("A --query goes with a --name and a --folder alone.")
            }
        } else if addresses.isEmpty {
            throw ValidationError("Name the address of a feed, or a --query.")
        }
        if all, noCheck { throw ValidationError("Without a look at a site, there is no saying what --all is.") }
        if all || addresses.count > 1, name != nil { throw ValidationError("A --name is for one feed.") }
    }

    func run() throws {
        let log = try options.messageLog
        let newsroom = Newsroom(dataFolder: try options.dataFolder, environment: .ofProcess)
        defer { newsroom.close() }
        let folder = Subscriptions.folder(written: folder)
        if let query, let name {
            try check(query: query)
            return try newsroom.subscribe(SmartFeed(name: name, query: query, folder: folder))
        }
        var subscribed: Set<String> = []
        var failure: Outcome?
        do {
            try forEach(addresses) { written throws(Problem) in
                subscribed.formUnion(try subscribe(to: written, in: folder, newsroom))
            }
        } catch {
            failure = error
        }
        if !subscribed.isEmpty, !noFetch { try RefreshRound(log).run(newsroom, feeds: subscribed) }
        if let failure { throw failure }
    }

    /// - Returns: the ids of the feeds that answered.
    private func subscribe(
        to written: String, in folder: [String], _ newsroom: Newsroom
    ) throws(Problem) -> [String] {
        guard let address = FeedAddress(typed: written) else {
            throw Problem(
                "“\(FeedAddress.withoutSignIn(written))” is no web address.",
                remedy: "An address is written https://example.org/feed.xml.")
        }
        let feed = Subscription(
            address: address, name: name, folder: folder, tags: tags, interval: interval?.minutes,
            isFullText: fullText, isHidden: hidden, signIn: signIn.signIn)
        if noCheck {
            try newsroom.subscribe(feed)
            return []
        }
        return try look(for: feed, newsroom)
    }

    /// Subscribes to what stands at the address.
    /// - Returns: the ids of the feeds that answered.
    private func look(for feed: Subscription, _ newsroom: Newsroom) throws(Problem) -> [String] {
        switch try answer(of: feed, newsroom) {
        case .feed(let found, let stories):
            try newsroom.subscribe(found)
            try say(found, stories: stories)
            return [found.id]
        case .page(let offers):
            if offers.count > 1, !all { try list(offers, of: feed) }
            var ids: [String] = []
            for offer in try wanted(of: offers, newsroom) {
                let (found, stories) = try newsroom.feed(offered: offer, like: feed)
                try newsroom.subscribe(found)
                try say(found, stories: stories)
                ids.append(found.id)
            }
            return ids
        case .silence(let problem):
            try newsroom.subscribe(feed)
            let words = "Subscribed to \(feed.address.shown) all the same: \(problem.summary)"
            complain(Problem(clean(words), remedy: problem.remedy, detail: problem.detail))
            return []
        }
    }

    /// With --all, those that are not there yet.
    private func wanted(of offers: [OfferedFeed], _ newsroom: Newsroom) throws(Problem) -> [OfferedFeed] {
        if !all { return [offers.first { !$0.isOfComments } ?? offers[0]] }
        let known = Set(try newsroom.subscriptions().subscriptions.feeds.map(\.id))
        return offers.filter { !known.contains($0.address.key) }
    }

    private func answer(of feed: Subscription, _ newsroom: Newsroom) throws(Problem) -> SiteAnswer {
        do throws(Problem) {
            return try newsroom.answer(of: feed)
        } catch {
            throw Problem(
                error.summary, remedy: error.remedy + " With --no-check it is subscribed to all the same.",
                detail: error.detail)
        }
    }

    private func say(_ feed: Subscription, stories: Int?) throws(Problem) {
        let count = stories.map { $0 == 1 ? ", 1 story" : ", \($0) stories" } ?? ""
        try put("Subscribed to \(clean(feed.shownName))\(count): \(clean(feed.address.shown))\n")
    }

    private func list(_ offers: [OfferedFeed], of site: Subscription) throws(Problem) {
        var lines = ["\(clean(site.address.shown)) has \(offers.count) feeds (--all subscribes to all):"]
        lines += offers.map { "  \(clean($0.address.shown))" + ($0.title.map { "  \(clean($0))" } ?? "") }
        try put(lines.joined(separator: "\n") + "\n")
    }
}

/// Who fetches a feed for subscribers, and where the password is found.
struct SignInOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who you are at a feed for subscribers.", valueName: "name"))
    var user: String?

    @Option(help: ArgumentHelp("A command that prints the password.", valueName: "command"))
    var passwordCommand: String?

    @Option(help: ArgumentHelp("A file with the password in its first line.", valueName: "file"))
    var passwordFile: String?

    func validate() throws {
        if passwordCommand != nil, passwordFile != nil {
            throw ValidationError("The password comes from a --password-command or from a --password-file.")
        }
        if (user == nil) != (passwordCommand == nil && passwordFile == nil) {
            throw ValidationError("A --user needs a --password-command or a --password-file, and these a --user.")
        }
    }

    var isGiven: Bool { user != nil }

    /// Nil when nobody is named.
    var signIn: Subscription.SignIn? {
        guard let user else { return nil }
        if let passwordCommand { return Subscription.SignIn(user: user, password: .command(passwordCommand)) }
        return passwordFile.map { Subscription.SignIn(user: user, password: .file($0)) }
    }
}
