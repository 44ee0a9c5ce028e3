import ArgumentParser
import News
import Newsroom
import Reader
import Screen

/// `dateline feeds`: what the user is subscribed to.
struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "Lists, adds, changes, removes, imports or exports subscriptions, and checks feeds.",
        discussion: """
            A FEED is the address of a feed, the name of a feed or smart feed as “dateline feeds” lists it, or a folder \
            ("World/Europe/"). All of them stand in feeds.opml in the data folder, which is yours to edit.
            """,
        subcommands: [
            FeedsListCommand.self, FeedsAddCommand.self, FeedsRemoveCommand.self, FeedsRenameCommand.self,
            FeedsMoveCommand.self, FeedsSetCommand.self, FeedsImportCommand.self, FeedsExportCommand.self,
            FeedsCheckCommand.self,
        ],
        defaultSubcommand: FeedsListCommand.self)
}

/// The things that a command is about, one by one: what fails is told, and the rest done.
/// - Throws: the outcome, when something failed.
func forEach<Thing>(_ things: [Thing], _ act: (Thing) throws(Problem) -> Void) throws(Outcome) {
    var hasFailed = false
    for thing in things {
        do {
            try act(thing)
        } catch {
            hasFailed = true
            complain(error)
        }
    }
    if hasFailed { throw .inputFailed }
}

/// Looks whether a query that is to be saved can be understood.
/// - Throws: wrong usage, when it cannot; where and why is told.
func check(query: String) throws(Outcome) {
    guard let error = Newsroom.queryError(in: query) else { return }
    let lines = error.shown(in: query) { columns(of: $0) }.split(separator: "\n")
    for line in lines { tell(UserLocale.current.glyphs.spelled(clean(line)) + "\n") }
    throw .wrongUsage
}

/// A query may begin with “-”, so that the parser takes what stands next for it, whatever it is.
/// - Throws: when that is an option: the query was forgotten.
func refuseOption(_ query: String, as name: String) throws {
    if query.hasPrefix("--") { throw ValidationError("\(name) needs a query; “\(clean(query))” is none.") }
}

extension FeedInterval: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension SubscriptionFormat: ExpressibleByArgument {}
