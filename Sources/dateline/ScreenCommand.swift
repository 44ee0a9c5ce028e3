import ArgumentParser
import Glibc
import News
import Newsroom
import Reader
import Screen
import Settings

/// `dateline screen`: the screen that some keys lead to, as text. The same reader without a terminal: all stories are
/// read first and every effect is done at once, so that the same input gives the same screen.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "Prints the screen that keys lead to, as text.",
        discussion: """
            Bookmarks, read marks and the place left last are those of an empty data folder that is gone afterwards, \
            unless --data names one. The config is read only where --config names it.
            """)

    @Option(help: ArgumentHelp("Columns and rows.", valueName: "columns x rows"))
    var size = ScreenSize(columns: 120, rows: 40)

    @Option(help: ArgumentHelp("Keys to press: 'jj<enter>n', with <esc>, <tab>, <c-d> and so on.", valueName: "keys"))
    var keys = ""

    @OptionGroup var paths: StoryPaths
    @OptionGroup var options: CommonOptions

    /// Here already, so that the words about a wrong key stand with the usage of this command.
    func validate() throws { _ = try script() }

    func run() throws {
        let script = try script()
        let configuration = options.config == nil ? Configuration() : options.configuration()
        let log = try options.log.map { try MessageLog(path: $0) }
        let passing = options.data == nil ? try TemporaryFolder() : nil
        defer { passing?.delete() }
        let newsroom = Newsroom(dataFolder: try passing?.path ?? options.dataFolder)
        let sources = try paths.sources(for: newsroom, folders: configuration.settings.folders, tell: complain)
        let started = newsroom.loadedMessages(sources)
        let state = AppState(
            size: Size(columns: size.columns, rows: size.rows), keymap: configuration.keymap, queryNames: .everyCountry,
            themes: configuration.themes.map(\.name), theme: configuration.theme.name,
            preferences: configuration.preferences, bearings: try newsroom.bearings())
        var reader = ScriptedReader(state, newsroom: newsroom, log: log)
        let history = Message.history(try newsroom.undoHistory())
        let text = reader.screen(after: [history] + started + script.keys.map { .key($0) })
        try newsroom.keep(reader.bearings)
        try put(text + "\n")
    }

    private func script() throws -> KeyScript {
        do {
            return try KeyScript(keys)
        } catch {
            throw ValidationError(error.description)
        }
    }
}

/// The reader without a terminal.
private struct ScriptedReader {
    private let newsroom: Newsroom
    private let answers: EffectAnswers
    private let log: MessageLog?
    private var state: AppState
    private var isOver = false

    init(_ state: AppState, newsroom: Newsroom, log: MessageLog?) {
        self.newsroom = newsroom
        answers = EffectAnswers(newsroom: newsroom)
        self.log = log
        self.state = state
    }

    /// Where its reader is left.
    var bearings: Bearings { state.bearings }

    /// Stops where the reader would end.
    mutating func screen(after messages: [Message]) -> String {
        for message in messages where !isOver { apply(message) }
        return render(state).text
    }

    private mutating func apply(_ message: Message) {
        var waiting = [message]
        while !waiting.isEmpty {
            let message = waiting.removeFirst()
            log?.write(message)
            for effect in update(&state, message) {
                log?.write(effect)
                if effect == .quit { isOver = true }
                if case .load(let path) = effect { waiting += newsroom.answers(toLoading: path) }
                waiting += answers.answers(to: effect)
            }
        }
    }
}

/// "120x40"
struct ScreenSize: ExpressibleByArgument, CustomStringConvertible {
    let columns: Int
    let rows: Int

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    init?(argument: String) {
        let numbers = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1], 1...500 ~= columns, 1...200 ~= rows
        else { return nil }
        self.init(columns: columns, rows: rows)
    }

    var description: String { "\(columns)x\(rows)" }
}
