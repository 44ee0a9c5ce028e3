import ArgumentParser
import News
import Newsroom

/// `dateline feeds rename`
struct FeedsRenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Gives a feed, a smart feed or a folder another name.",
        discussion: "An empty name gives a feed its own title back.")

    @Argument(help: ArgumentHelp("Address, name or folder.", valueName: "feed"), completion: .feeds)
    var feed: String

    @Argument(help: "The new name.")
    var name: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        let list = try newsroom.subscriptions().subscriptions
        try newsroom.rename(try newsroom.reference(to: feed, in: list), to: name) { _ in }
    }
}

/// `dateline feeds move`
struct FeedsMoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Puts feeds, smart feeds or folders into another folder.",
        discussion: "The folder comes last, and is made when it is not there; / is the top.")

    @Argument(
        help: ArgumentHelp("Addresses, names or folders, then the folder to put them into.", valueName: "feed"),
        completion: .feeds)
    var words: [String]

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if words.count < 2 { throw ValidationError("Name a feed and the folder to put it into.") }
    }

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        let folder = Subscriptions.folder(written: words.last ?? "")
        try forEach(words.dropLast()) { feed throws(Problem) in
            try newsroom.changeSubscriptions { list throws(Problem) in
                try list.move(try newsroom.reference(to: feed, in: list), to: folder)
            }
        }
    }
}

/// `dateline feeds remove`
struct FeedsRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Unsubscribes from feeds, or removes smart feeds and folders.")

    @Argument(help: ArgumentHelp("Addresses, names or folders.", valueName: "feed"), completion: .feeds)
    var feeds: [String]

    @Flag(help: "Remove a folder with the feeds in it.")
    var withFeeds = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        try forEach(feeds) { feed throws(Problem) in
            let left = try newsroom.changeSubscriptions { list throws(Problem) in
                let reference = try newsroom.reference(to: feed, in: list)
                let smartFeeds = list.smartFeeds.count
                let left = try list.remove(reference)
                let removed = left.count + smartFeeds - list.smartFeeds.count
                guard case .folder(let path) = reference, removed > 0, !withFeeds else { return left }
                let count = removed == 1 ? "a feed" : "\(removed) feeds"
                throw Problem(
                    "The folder “\(path.joined(separator: "/"))” has \(count) in it.",
                    remedy: "Move them, or remove it --with-feeds.")
            }
            try newsroom.forgetStories(ofFeeds: left.map(\.id))
        }
    }
}
