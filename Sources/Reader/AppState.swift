package import News
package import Screen

/// The parts of the screen that keys can go to.
enum Pane: Hashable, Sendable, CaseIterable {
    case feeds, stories, article, panel

    var place: Place {
        switch self {
        case .feeds: .feeds
        case .stories: .stories
        case .article: .article
        case .panel: .panel
        }
    }
}

/// All that the reader knows and shows. `update` changes it, `render` draws it.
package struct AppState: Sendable {
    /// What lies over the panes and takes the keys.
    enum Overlay: Sendable {
        case none
        case search(SearchPrompt)
        case command(CommandPrompt)
        case countries(CountryChooser)
        case map(WorldMap)
        case help(HelpList)
        case card(CardView)
        /// The first line shown.
        case facts(top: Int)
        case links(LinkList)
        case problems(ProblemSheet)

        var place: Place? {
            switch self {
            case .none: nil
            case .search: .search
            case .command: .command
            case .countries: .countries
            case .map: .map
            case .help: .help
            case .card: .card
            case .facts: .facts
            case .links: .links
            case .problems: .problems
            }
        }
    }

    /// The story that was asked for.
    enum Opening: Hashable, Sendable {
        case nothing
        case waiting(id: String)
        case failed(id: String, Problem)
    }

    /// One sentence in the footer, until the next key.
    struct Notice: Hashable, Sendable {
        let text: String
        let isWarning: Bool
    }

    struct Progress: Hashable, Sendable {
        let done: Int
        let total: Int
    }

    package internal(set) var size: Size
    package let glyphs: Glyphs
    /// The keys in force.
    let keymap: Keymap
    let countryNames: CountryNames
    /// What names in a query mean.
    let queryNames: QueryNames

    var library = Library()
    var list = StoryList()
    var open: OpenArticle?
    var opening = Opening.nothing

    var focus = Pane.stories
    var overlay = Overlay.none
    /// What the help lies over: it is there again when the help is closed.
    var covered = Overlay.none
    var view = ArticleView.story
    var isZen = false
    var tab = Panel.Tab.quotes
    /// Whether the side panel has come out where there is no room for it beside the list.
    var isPanelOut = false
    /// Columns of the article's lines at most.
    var measure = Layout.measure
    /// The names of the themes there are, and of the one in use.
    let themes: [String]
    package internal(set) var theme: String
    /// The one of the config.
    private let usualTheme: String
    /// What the user wishes in the config; nil follows the screen.
    let listWidth: PaneWidth?
    let panelWidth: PaneWidth?
    /// Columns more or less than the layout gives.
    var listWish = 0
    var panelWish = 0

    /// The words searched for; empty when nothing is.
    var searchWords = ""
    /// Words searched for since the start, oldest first.
    var searchHistory: [String] = []
    /// The name whose mentions are gone to once its story is open.
    var nameToWalk: NameCard.Question?
    /// Commands given since the start, oldest first.
    var commandHistory: [String] = []
    /// The keys pressed so far of a sequence that is not complete.
    var pending: KeySequence = []
    /// A number being typed, and what the screen was before its first digit opened a tab.
    var count: Count?
    var notice: Notice?
    var progress: Progress?
    /// Feeds that have answered, of those that are fetched.
    var fetching: Progress?
    /// What came of reading anew so far; nil while nothing is.
    var refreshing: Refreshing?
    /// Those that failed since fetching began.
    var fetchFailures = 0
    /// Whether the rest of them is no longer waited for.
    var isCancelling = false
    var problems: [ToldProblem] = []
    /// The outlines as the map last drew them.
    var mapRaster: MapRaster?
    var bookmarks: [Bookmark] = []
    /// Ids of the stories that are bookmarked as the file says, and of those of which a quote is.
    var keptStories: Set<String> = []
    var storiesWithKeptQuotes: Set<String> = []
    /// How the feeds do, by their ids, as it was told last; empty until somebody asked.
    var feedFigures: [String: FeedFigures] = [:]
    /// Where the story came from that was asked about last.
    var origin: StoryOrigin?
    /// What can be taken back.
    var history = UndoHistory()
    /// Whether `bookmarks` has been heard of: from then on it decides what is bookmarked.
    var knowsBookmarks = false
    /// Whether the person has done anything: until then the choice stays on the newest story while stories arrive.
    var isTouched = false
    /// Where the reader was left last, until it is there again.
    var homing: Bearings?
    /// The story that was chosen when bookmarked ones alone were asked for and there was none; nil otherwise.
    var leftForNothing: Int?
    /// The story that was left, and what to put on top when it is open.
    var placeLeft: (story: String, place: PagePosition)?
    var feedTop = 0
    /// The choice from which the rows of the feed list were moved away by themselves.
    var feedsScrolledFrom: FeedChoice?
    /// The folders of the feed list that show nothing of what is in them.
    var folded: Set<[String]> = []
    /// The smart feed that was asked for last; nil while none is chosen.
    var smartAsked: SmartFeed?
    /// Smart feeds whose stories were asked for because their rows came in sight.
    var smartSeen: Set<SmartFeed> = []
    /// The row that will be chosen once the feed list has it.
    var awaitedChoice: FeedChoice?
    /// What the next `unsubscribe` gives up: it is asked for twice.
    var unsubscribing: FeedChoice?
    /// The line between two panes that the mouse holds.
    var dragging: Divider.Kind?
    /// Nil until somebody says what time it is: then dates are shown instead of ages.
    var clock: Clock?
    /// Of the list shown, brought up to date by `settle`.
    private(set) var listed = ListCounts()

    /// - Parameters:
    ///   - size: of the terminal, at least 1x1.
    ///   - glyphs: `.ascii` where the locale cannot show others.
    ///   - countryNames: in the user's language; those that the glyphs cannot spell stay English.
    ///   - queryNames: what the names of countries and languages in a query mean.
    ///   - theme: the config's; `theme` is another where `bearings` have one that was chosen instead.
    ///   - preferences: the user's own, in the config.
    ///   - bearings: where the reader was left last.
    package init(
        size: Size, glyphs: Glyphs = .unicode, keymap: Keymap = .standard, countryNames: CountryNames = .english,
        queryNames: QueryNames = .codes, themes: [String] = Theme.all.map(\.name), theme: String = Theme.all[0].name,
        preferences: Preferences = Preferences(), bearings: Bearings? = nil
    ) {
        self.size = size
        self.glyphs = glyphs
        self.keymap = keymap
        self.countryNames = countryNames.spelled(in: glyphs)
        self.queryNames = queryNames
        self.themes = themes
        self.theme = theme
        usualTheme = theme
        measure = preferences.measure
        listWidth = preferences.listWidth
        panelWidth = preferences.panelWidth
        list.begin(in: preferences.order)
        if let bearings { begin(at: bearings) }
    }

    /// The theme that was chosen instead of the config's; nil for that one.
    var chosenTheme: Bearings.ChosenTheme? {
        get { theme == usualTheme ? nil : Bearings.ChosenTheme(theme, insteadOf: usualTheme) }
        set {
            let holds = newValue.map { $0.insteadOf == usualTheme && themes.contains($0.name) } ?? false
            theme = holds ? newValue?.name ?? usualTheme : usualTheme
        }
    }

    /// The minute since 1970 that the clock was told last; nil before.
    package var minute: Int? { clock.map { $0.now.seconds / 60 } }

    /// Whether the chosen story has been asked for and is not there yet.
    package var isOpening: Bool {
        if case .waiting = opening { true } else { false }
    }

    var layout: Layout { Layout(self) }

    /// Where a key would be pressed.
    package var place: Place { overlay.place ?? focus.place }

    /// How many stories a row of the feed list has; nil when nobody knows yet.
    func count(of choice: FeedChoice) -> Int? {
        switch choice {
        case .all: library.total.stories
        case .unread: library.total.unread
        case .bookmarks: bookmarkCount
        case .feed(let feed): library.tally(of: feed).stories
        case .folder(let path): library.count(ofFolder: path)
        case .smart(let smart): library.count(of: smart)
        }
    }

    /// How many of them are unread; 0 for the bookmarks, which are kept for another reason, and for smart feeds.
    func unreadCount(of choice: FeedChoice) -> Int {
        switch choice {
        case .all, .unread: library.total.unread
        case .bookmarks, .smart: 0
        case .feed(let feed): library.tally(of: feed).unread
        case .folder(let path): library.tally(ofFolder: path).unread
        }
    }

    /// Stories that are bookmarked, or of which a quote is.
    var bookmarkCount: Int { library.total.kept }

    /// Counts the list anew when it, or the marks of its stories, changed: among thousands that is too much for every key.
    mutating func countListed() {
        let revision = [library.revision, list.revision]
        guard listed.revision != revision else { return }
        let counts = library.table.counts(of: list.rows)
        listed = ListCounts(revision: revision, unread: counts.unread, kept: counts.kept)
    }

    /// The chosen story's row.
    var chosenHeadline: Headline? { list.chosen.map { library[$0] } }

    /// Whether the chosen story is not listed: a filter that was set while it was read leaves it open.
    var isOutsideList: Bool { list.chosen != nil && list.row == nil }

    /// The chosen story's id.
    var chosenID: String? { list.chosen.map { library.table.id($0) } }

    /// The open story, when it is the chosen one: the last one may still be shown while the next is read.
    var shown: OpenArticle? {
        guard let open, open.id == chosenID else { return nil }
        return open
    }

    /// Why no story is shown.
    var whyNotShown: String {
        if case .failed(_, let problem) = opening { return problem.summary }
        return chosenHeadline == nil ? Texts.noStory : Texts.stillOpening
    }

    /// The bookmarked quotes of a story, by their index.
    func keptQuotes(of reading: Reading) -> Set<Int> {
        let kept = bookmarks.filter { $0.id == reading.article.id }.compactMap {
            $0.quote.map { letters(of: $0.words) }
        }
        guard !kept.isEmpty else { return [] }
        return Set(
            reading.quotes.indices.filter {
                kept.contains(letters(of: reading.quotes[$0].line(in: reading.article.text)))
            })
    }

}

/// The letters and digits of some words: the same however a quote in pieces was put together.
private func letters(of words: String) -> [UInt8] {
    let letters = words.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return Folded(String(String.UnicodeScalarView(letters))).bytes
}

/// What the title says of the stories listed.
struct ListCounts: Hashable, Sendable {
    /// Of what these are the counts.
    var revision: [Int] = []
    var unread = 0
    /// Bookmarked, or a quote of them is.
    var kept = 0
}

/// A number typed before a key.
struct Count: Hashable, Sendable {
    /// The tab that the first digit opened is closed again when a number was meant.
    struct Before: Hashable, Sendable {
        let focus: Pane
        let tab: Panel.Tab
        let isPanelOut: Bool
        let isZen: Bool
    }

    var value: Int
    var before: Before?
}
