import ArgumentParser
import Curses
import Glibc
import News
import Newsroom
import Reader
import Screen

/// `dateline [PATH …]`: the reader.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Opens the reader; what happens without a command.")

    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    func run() throws {
        let paths = try paths.chosen
        if paths.isEmpty { return try put(Self.welcome) }
        let log = try options.log.map { try MessageLog(path: $0) }
        let newsroom = Newsroom(dataFolder: try options.dataFolder)
        let mailbox = Mailbox<Message>()
        let terminal = try Self.openTerminal(mailbox.wakeup)
        let runner = EffectRunner(newsroom) { mailbox.post($0) }
        let loading = Worker { newsroom.load(paths) { mailbox.post(Message($0)) } }
        var loop = ReaderLoop(terminal: terminal, mailbox: mailbox, runner: runner, log: log)
        loop.run()
        terminal.end()
        newsroom.stop()
        runner.finish()
        loading.join()
        // What could not be saved after the screen was gone.
        for case .failed(_, let problem) in mailbox.takeAll() { complain(problem) }
    }

    private static func openTerminal(_ wakeup: Wakeup) throws -> CursesTerminal {
        do {
            return try CursesTerminal(wakeup: wakeup) { Theme.standard.paint(for: $0, colours: $1) }
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
