import ArgumentParser
import Curses
import Glibc
import News
import Newsroom
import Reader
import Screen
import Settings

/// How the reader is shown.
struct ReaderOptions: ParsableArguments {
    @Flag(help: "Without a screen: a line asks, lines answer. For screen readers, simple terminals and scripts.")
    var plain = false
}

/// `dateline [PATH …]`: the reader.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Opens the reader; what happens without a command.")

    @OptionGroup var manner: ReaderOptions
    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func run() throws {
        let configuration = options.quietConfiguration()
        var problems = configuration.problems
        let newsroom = Newsroom(dataFolder: try options.dataFolder, environment: .ofProcess)
        let sources = try paths.sources(for: newsroom, folders: configuration.settings.folders) { problems.append($0) }
        if sources.isEmpty {
            problems.forEach(complain)
            return try put(Self.welcome)
        }
        let log = try options.log.map { try MessageLog(path: $0) }
        let bearings = Self.answer({ () throws(Problem) in try newsroom.bearings() }, else: &problems)
        let history = Self.answer({ () throws(Problem) in try newsroom.undoHistory() }, else: &problems)
        let started = (history.map { [.history($0)] } ?? []) + problems.map { Message.problem($0) }
        var plainly = PlainLoop(newsroom, log: log, configuration: configuration)
        if manner.plain { return try plainly.run(sources, started) }
        let mailbox = Mailbox<Message>()
        let terminal: CursesTerminal
        do {
            terminal = try Self.openTerminal(mailbox.wakeup, configuration)
        } catch .notATerminal {
            throw Misuse(TerminalFault.notATerminal.description, remedy: "With --plain it needs none.")
        } catch {
            // Somebody sits at it all the same.
            let words = error.description + " So Dateline answers line by line here, as with --plain."
            return try plainly.run(sources, started, after: words)
        }
        for message in started { mailbox.post(message) }
        let runner = EffectRunner(newsroom, sources) { mailbox.post($0) }
        let loading = Worker { newsroom.load(sources) { mailbox.post(Message($0)) } }
        let watching = Worker { newsroom.watch(sources) { mailbox.post(Message($0)) } }
        let watchingOthers = Worker(isPatient: true) { newsroom.watchOthers(in: sources) { mailbox.post(Message($0)) } }
        var loop = ReaderLoop(
            terminal: terminal, mailbox: mailbox, runner: runner, log: log, configuration: configuration,
            bearings: bearings)
        loop.run()
        terminal.end()
        newsroom.stop()
        newsroom.cancelRefresh()
        // Also when the terminal is gone: what is kept is the state, not the screen.
        runner.remember(loop.bearings)
        runner.finish()
        loading.join()
        watching.join()
        watchingOthers.join()
        newsroom.close()
        // What could not be saved after the screen was gone.
        for case .failed(_, let problem) in mailbox.takeAll() { complain(problem) }
    }

    /// What is read of the last time; nil, and a problem to show, when it cannot be.
    private static func answer<Answer>(_ read: () throws(Problem) -> Answer?, else problems: inout [Problem]) -> Answer?
    {
        do throws(Problem) {
            return try read()
        } catch {
            problems.append(error)
            return nil
        }
    }

    /// - Throws: when there is no terminal that can be drawn on.
    private static func openTerminal(
        _ wakeup: Wakeup, _ configuration: Configuration
    ) throws(TerminalFault) -> CursesTerminal {
        let terminal = try CursesTerminal(wakeup: wakeup) { configuration.theme.paint(for: $0, colours: $1) }
        if !configuration.settings.mouse { terminal.setMouse(false) }
        return terminal
    }

    private static let welcome = """
        Dateline reads the news in your terminal: who said what, and which countries it is about.
        There are no stories here yet. To get some:

          dateline PATH ...            read articles (.txt, .md, .html), or folders of them
          dateline feeds add ADDRESS   subscribe to a feed, or to a site's
          dateline feeds import FILE   subscribe to another reader's feeds (OPML, urls);
                                       then: dateline refresh

        """
}
