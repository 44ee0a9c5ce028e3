import News
import Screen

@testable import Reader

/// A reader with a world that answers every effect at once, from stories in memory.
struct Desk {
    var state: AppState
    /// Every effect asked for, oldest first.
    private(set) var effects: [Effect] = []
    private let stories: [Reading]
    private var bookmarks: [Bookmark] = []
    /// Effects that fail instead of being done.
    var failing: (Effect) -> Bool = { _ in false }
    /// Whether answers to `.open` are held back.
    var isSlow = false
    /// Whether questions about names get no answer.
    var isForgetful = false

    init(
        _ columns: Int, _ rows: Int, stories: [Reading] = Stories.all, glyphs: Glyphs = .unicode,
        keymap: Keymap = .standard, countryNames: CountryNames = .english
    ) {
        state = AppState(
            size: Size(columns: columns, rows: rows), glyphs: glyphs, keymap: keymap, countryNames: countryNames)
        self.stories = stories
        send(.loaded(Stories.headlines(of: stories)))
    }

    var screen: Frame { render(state) }
    var text: String { screen.text }
    /// The last line.
    var footer: String { text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? "" }
    var title: String { text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? "" }
    /// The last effect but what is kept for u.
    var lastChange: Effect? {
        effects.last { if case .keepHistory = $0 { false } else { true } }
    }
    var isOver: Bool { effects.contains(.quit) }

    mutating func send(_ message: Message) {
        for effect in update(&state, message) {
            // Nobody waits for it, and every story that opens asks for it.
            if case .readAhead = effect { continue }
            effects.append(effect)
            if let answer = answer(to: effect) { send(answer) }
        }
    }

    /// Presses keys written as in `KeyScript`.
    mutating func press(_ script: String) throws {
        for key in try KeyScript(script).keys { send(.key(key)) }
    }

    /// Gives a command whose line is open, as if its words were typed and Enter pressed.
    mutating func give(_ command: String) {
        state.setCommand(command)
        send(.key(.enter))
    }

    mutating func resize(_ columns: Int, _ rows: Int) { send(.resized(Size(columns: columns, rows: rows))) }

    mutating func answer(to effect: Effect) -> Message? {
        if failing(effect) { return .failed(effect, Problem("It did not work.", remedy: "Try again.")) }
        switch effect {
        case .open(let id):
            return isSlow ? nil : stories.first { $0.article.id == id }.map { .opened($0) }
        case .search(let words):
            return .found(words: words, hits: stories.compactMap { $0.hit(of: words) })
        case .describe(let question):
            return isForgetful ? nil : stories.card(for: question).map { .described($0) }
        case .setBookmark(let isOn, let id):
            return keep(isOn, id, quote: nil)
        case .setQuoteBookmark(let isOn, let id, let quote):
            return keep(isOn, id, quote: quote)
        case .removeBookmark(let identity):
            bookmarks.removeAll { $0.identity == identity }
            return .bookmarks(bookmarks)
        case .restoreBookmark(let bookmark):
            bookmarks.append(bookmark)
            return .bookmarks(bookmarks)
        case .readAhead, .setRead, .copy, .quit, .keepHistory, .load, .export, .completePath, .openLink, .setTheme,
            .setMouse,
            .redraw, .refresh, .fetchPage, .evaluate, .cancelRefresh, .subscribe, .unsubscribe, .rename,
            .move, .save, .setFeed, .tellFeeds, .trace:
            return nil
        }
    }

    private mutating func keep(_ isOn: Bool, _ id: String, quote: Int?) -> Message? {
        guard let reading = stories.first(where: { $0.article.id == id }) else { return nil }
        let kept = quote.map { number in
            let quote = reading.quotes[number]
            let words = quote.words.map { String(reading.article.text[$0]) }.joined(separator: " ")
            return Bookmark.KeptQuote(words: words, speaker: quote.speaker?.name)
        }
        if isOn {
            bookmarks.append(
                Bookmark(
                    id: id, title: reading.article.title, source: nil, link: nil, countries: [],
                    saved: Timestamp(seconds: 0),
                    quote: kept))
        } else {
            bookmarks.removeAll { $0.id == id && $0.quote?.words == kept?.words }
        }
        return .bookmarks(bookmarks)
    }
}
