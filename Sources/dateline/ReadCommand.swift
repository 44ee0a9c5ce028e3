import ArgumentParser
import Curses
import Glibc
import News
import Newsroom
import Reader
import Screen
import Settings

/// `dateline [PATH …]`: the reader.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Opens the reader; what happens without a command.")

    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func run() throws {
        let configuration = options.quietConfiguration()
        var problems = configuration.problems
        let paths = try paths.chosen(folders: configuration.settings.folders) { problems.append($0) }
        if paths.isEmpty {
            problems.forEach(complain)
            return try put(Self.welcome)
        }
        let log = try options.log.map { try MessageLog(path: $0) }
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        let mailbox = Mailbox<Message>()
        let bearings = Self.answer({ () throws(Problem) in try newsroom.bearings() }, else: &problems)
        let history = Self.answer({ () throws(Problem) in try newsroom.undoHistory() }, else: &problems)
        let terminal = try Self.openTerminal(mailbox.wakeup, configuration)
        if let history { mailbox.post(.history(history)) }
        for problem in problems { mailbox.post(.problem(problem)) }
        let runner = EffectRunner(newsroom) { mailbox.post($0) }
        let loading = Worker { newsroom.load(paths) { mailbox.post(Message($0)) } }
        var loop = ReaderLoop(
            terminal: terminal, mailbox: mailbox, runner: runner, log: log, configuration: configuration,
            bearings: bearings)
        loop.run()
        terminal.end()
        newsroom.stop()
        // Also when the terminal is gone: what is kept is the state, not the screen.
        runner.remember(loop.bearings)
        runner.finish()
        loading.join()
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

    private static func openTerminal(_ wakeup: Wakeup, _ configuration: Configuration) throws -> CursesTerminal {
        do {
            let terminal = try CursesTerminal(wakeup: wakeup) { configuration.theme.paint(for: $0, colours: $1) }
            if !configuration.settings.mouse { terminal.setMouse(false) }
            return terminal
        } catch {
            throw Misuse(error.description)
        }
    }

    private static let welcome = """
        Dateline reads the news in your terminal: who said what, and which countries it is about.
        There are no stories here yet. To get some:

          dateline PATH …               read article files (.txt, .md, .html), or folders of them
          dateline bookmarks add FILE   keep a story
          dateline --help               all commands

        """
}
