import Glibc
import News
import Newsroom
import Reader

/// The reader on a terminal that is written to line by line, or on no terminal at all: reads a line, has done what it asks
/// for, and prints the answer. The stories are read before the first line is asked for.
struct PlainLoop {
    /// Longer lines are nobody's command.
    private static let longestLine = 4_000

    private let newsroom: Newsroom
    private let log: MessageLog?
    private var reader: PlainReader
    private var sources = LibrarySources(paths: [])
    private var isOver = false
    /// Whether somebody sits there: then a prompt is shown, and long answers wait.
    private let hasPerson: Bool

    init(_ newsroom: Newsroom, log: MessageLog?, configuration: Configuration, locale: UserLocale = .current) {
        self.newsroom = newsroom
        self.log = log
        hasPerson = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        let preferences = configuration.preferences
        reader = PlainReader(
            columns: min(PageLook.ofOutput.columns, preferences.measure),
            linesAtATime: hasPerson ? terminalRows.map { max(5, $0 - 2) } : nil,
            glyphs: locale.glyphs, countryNames: locale.countryNames, queryNames: .everyCountry,
            preferences: preferences,
            keys: configuration.keymap)
    }

    /// - Parameters:
    ///   - started: what there is to know beforehand.
    ///   - words: said before all else.
    /// - Throws: when the answers can no longer be written.
    mutating func run(_ sources: LibrarySources, _ started: [Message], after words: String = "") throws {
        if !words.isEmpty { try say(reader.spoken(words)) }
        self.sources = sources
        for message in started + newsroom.loadedMessages(sources) { apply(message) }
        try say(reader.greeting())
        while !isOver, let line = try nextLine() {
            var changes: [Message] = []
            newsroom.reportChangedBookmarks { changes.append(Message($0)) }
            for message in changes { apply(message) }
            perform(reader.take(line: line))
            if !isOver { try say(reader.answer()) }
        }
        // The prompt of whoever called us begins on a line of its own.
        if !isOver, hasPerson { try say([""]) }
    }

    private func nextLine() throws -> String? {
        if hasPerson { try put("> ") }
        return readLine().map { String($0.prefix(Self.longestLine)) }
    }

    private func say(_ lines: [String]) throws {
        if !lines.isEmpty { try put(lines.joined(separator: "\n") + "\n") }
    }

    private mutating func apply(_ message: Message) {
        log?.write(message)
        perform(reader.take(message))
    }

    private mutating func perform(_ effects: [Effect]) {
        let answers = EffectAnswers(newsroom: newsroom)
        for effect in effects {
            log?.write(effect)
            if effect == .quit { isOver = true }
            let messages =
                switch effect {
                case .load(let path): newsroom.answers(toLoading: path)
                case .refresh(let feed): refreshed(feed)
                case .subscribe(let feed): subscribed(to: feed, effect)
                case .openLink(let address): opened(address, effect)
                default: answers.answers(to: effect)
                }
            messages.forEach { apply($0) }
        }
    }

    private func opened(_ address: String, _ effect: Effect) -> [Message] {
        do {
            // Whether it fails later nobody waits for; the next line is asked for at once.
            return [.notice("Opened by \(try Browser.open(address) { _ in }).")]
        } catch {
            return [.failed(effect, error)]
        }
    }

    /// Reads files anew and fetches feeds, and answers when all is there.
    private func refreshed(_ feed: String?) -> [Message] {
        let read = newsroom.loadedMessages(sources, feed: feed)
        guard sources.hasSubscriptions || feed?.hasPrefix("https://") == true else {
            return read + [.refreshed(feed: feed)]
        }
        return read + newsroom.fetchedMessages(feed.map { [$0] }) + [.refreshed(feed: feed)]
    }

    private func subscribed(to feed: Subscription, _ effect: Effect) -> [Message] {
        do throws(Problem) {
            let (found, messages) = try EffectAnswers(newsroom: newsroom).subscribe(to: feed)
            return messages.filter { !$0.isNotice } + newsroom.fetchedMessages([found.id])
                + messages.filter(\.isNotice)
        } catch {
            return [.failed(effect, error)]
        }
    }

}

extension Message {
    fileprivate var isNotice: Bool { if case .notice = self { true } else { false } }
}
