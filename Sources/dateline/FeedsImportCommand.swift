import ArgumentParser
import News
import Newsroom

/// `dateline feeds import`
struct FeedsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Subscribes to the feeds of a list: OPML, or newsboat's urls.",
        discussion: """
            Feeds that are there already stay as they are. Commands and files for passwords are not taken over from a \
            list, as it could be somebody else's, unless you say that you trust it.
            """)

    @Argument(help: "Lists; - is standard input.")
    var files: [String]

    @Option(help: ArgumentHelp("Folder to put all of them into.", valueName: "folder"))
    var folder = ""

    @Flag(help: "Take over commands and files for passwords: the list is your own.")
    var trust = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        var hasFailed = false
        try forEach(files) { file throws(Problem) in
            let (merged, problems) = try newsroom.importFeeds(
                try inputBytes(file), named: file == "-" ? "The list" : file,
                into: Subscriptions.folder(written: folder), trustsSignIns: trust)
            for problem in problems { complain(problem) }
            if !problems.isEmpty { hasFailed = true }
            for feed in merged.withoutSignIn {
                complain(
                    Problem(
                        "The way to the password of “\(feed.shownName)” was not taken over.",
                        remedy: "Set it with “dateline feeds set”, or import with --trust."))
            }
            try put(Self.summary(of: merged) + "\n")
        }
        if hasFailed { throw Outcome.inputFailed }
    }

    private static func summary(of merged: Subscriptions.Merged) -> String {
        let added = counted(merged.added.count, "feed")
        let smart = merged.addedSmartFeeds.isEmpty ? "" : " and \(counted(merged.addedSmartFeeds.count, "smart feed"))"
        let known = merged.known.count + merged.knownSmartFeeds.count
        return "Added \(added)\(smart)"
            + (known == 0 ? "." : "; \(known) \(known == 1 ? "was" : "were") there already.")
    }

    private static func counted(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
}
