import ArgumentParser
import Glibc
import News
import Newsroom

/// The command line as a whole.
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "A news reader for the terminal that shows who said what, and which countries a story is about.",
        usage: """
            dateline [PATH ...]
            dateline COMMAND [OPTION ...]
            """,
        discussion: """
            Without a command, opens the reader on article files and folders (.txt, .md, .html); without a PATH, on \
            the folders that the config names, else on Articles/ in the current folder.
            """,
        version: "0.1.0",
        subcommands: [
            ReadCommand.self, ExtractCommand.self, StoriesCommand.self, QuotesCommand.self, CountriesCommand.self,
            BookmarksCommand.self, FeedsCommand.self, RefreshCommand.self, ScreenCommand.self, ConfigCommand.self,
            KeysCommand.self,
        ],
        defaultSubcommand: ReadCommand.self)

    // Read here, and handed on to the command: so the help of the whole shows them, and shells offer them.
    @OptionGroup var manner: ReaderOptions
    @OptionGroup var options: CommonOptions
}

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of bookmarks, subscriptions and read marks.", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("Configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Write every message and effect to a file, one a line.", valueName: "file"))
    var log: String?

    func validate() throws {
        if let config, access(config, R_OK) != 0 {
            throw ValidationError("The configuration file “\(clean(config))” cannot be read.")
        }
        if data?.isEmpty == true { throw ValidationError("--data needs the name of a folder.") }
    }

    /// Where the user's own files are.
    /// - Throws: when there is no place for them.
    var dataFolder: String {
        get throws {
            guard let folder = knownDataFolder else {
                throw Misuse("There is no home folder to keep bookmarks in.", remedy: "Name one with --data.")
            }
            return folder
        }
    }

    /// Nil when nobody named one and there is no home, as under cron: enough for a command that only reads.
    var knownDataFolder: String? {
        data ?? Self.usualDataFolder
    }

    /// Where the user's own files are when nobody names a folder; nil without a home.
    static var usualDataFolder: String? {
        var environment: [String: String] = [:]
        for name in ["XDG_DATA_HOME", "HOME"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        return Newsroom.usualDataFolder(environment: environment)
    }

    /// The config in force. Mistakes in it are told on standard error; they keep no command from its work.
    func configuration() -> Configuration {
        let configuration = quietConfiguration()
        for problem in configuration.problems { complain(problem) }
        return configuration
    }

    /// The same, for the reader, which shows what is wrong itself.
    func quietConfiguration() -> Configuration {
        guard let file = config ?? Configuration.usualFile else { return Configuration() }
        do {
            return try Configuration(reading: file) ?? Configuration()
        } catch {
            return Configuration(unread: error)
        }
    }

    /// Makes the log of a command that has no messages, so that it is there and a wrong name is told.
    func startLog() throws { _ = try messageLog }

    /// Nil when none is asked for.
    /// - Throws: when it cannot be written.
    var messageLog: MessageLog? {
        get throws { try log.map { try MessageLog(path: $0) } }
    }
}

/// The stories that a command works on.
struct StoryPaths: ParsableArguments {
    @Argument(
        help: """
            Article files, and folders of them. Without one: the feeds and the config's folders, else Articles/ here.
            """)
    var paths: [String] = []

    /// What to open: nothing when nothing was named, there are no feeds, and there are no sample stories here either.
    /// - Parameters:
    ///   - folders: those of the config, which stand in when nothing was named.
    ///   - tell: is told of those that are not there.
    func sources(
        for newsroom: Newsroom, folders: [String], tell: (Problem) -> Void
    ) throws -> LibrarySources {
        if paths.isEmpty {
            let hasFeeds = newsroom.hasSubscriptions
            return LibrarySources(
                paths: usual(folders, orSamples: !hasFeeds, tell), hasSubscriptions: hasFeeds)
        }
        var there: [String] = []
        for path in paths {
            do throws(Problem) {
                try Newsroom.check([path])
                there.append(path)
            } catch {
                // One that is not there does not stop the others.
                if paths.count == 1 { throw Misuse(error) }
                tell(error)
            }
        }
        return LibrarySources(paths: there, isNamed: true)
    }

    private func usual(_ folders: [String], orSamples: Bool, _ tell: (Problem) -> Void) -> [String] {
        let there = folders.compactMap { folder in
            do {
                let path = expanded(folder)
                try Newsroom.check([path])
                return path
            } catch {
                tell(Problem("The folder “\(folder)” of the config is not there.", remedy: "Make it, or name another."))
                return nil
            }
        }
        if there.isEmpty, orSamples, access("Articles", F_OK) == 0 { return ["Articles"] }
        return there
    }
}
