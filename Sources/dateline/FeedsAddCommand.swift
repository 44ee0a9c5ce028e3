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
            """)

    @Argument(help: "Addresses of feeds.")
    var addresses: [String] = []

    @Option(help: "Your own name for it, instead of the feed's.")
    var name: String?

    @Option(help: ArgumentHelp("Folder to put it into, made when it is not there: World/Europe.", valueName: "folder"))
    var folder = ""

    @Option(help: ArgumentHelp("Save these words as a smart feed.", valueName: "query"))
    var query: String?

    @Option(name: .customLong("tag"), help: ArgumentHelp("A tag; may be given several times.", valueName: "tag"))
    var tags: [String] = []

    @Option(help: ArgumentHelp("Time between two looks: 30m, 2h, 1d.", valueName: "time"))
    var interval: FeedInterval?

    @Flag(help: "Fetch the pages of its stories, as it has only their beginnings.")
    var fullText = false

    @Flag(help: "Leave its stories out of the lists of all feeds.")
    var hidden = false

    @OptionGroup var signIn: SignInOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if query != nil {
            if name == nil { throw ValidationError("A --query needs a --name.") }
            let isForFeeds = !addresses.isEmpty || !tags.isEmpty || interval != nil || fullText || hidden
            if isForFeeds || signIn.isGiven {
                throw ValidationError("A --query goes with a --name and a --folder alone.")
            }
        } else if addresses.isEmpty {
            throw ValidationError("Name the address of a feed, or a --query.")
        }
        if addresses.count > 1, name != nil { throw ValidationError("A --name is for one feed.") }
    }

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        let folder = Subscriptions.folder(written: folder)
        if let query, let name {
            try check(query: query)
            return try newsroom.subscribe(SmartFeed(name: name, query: query, folder: folder))
        }
        try forEach(addresses) { written throws(Problem) in
            guard let address = FeedAddress(typed: written) else {
                throw Problem(
                    "“\(written)” is no web address.", remedy: "An address is written https://example.org/feed.xml.")
            }
            try newsroom.subscribe(
                Subscription(
                    address: address, name: name, folder: folder, tags: tags, interval: interval?.minutes,
                    isFullText: fullText, isHidden: hidden, signIn: signIn.signIn))
        }
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
