package import Screen

/// What a key can ask for.
package enum Action: Hashable, Sendable, CaseIterable {
    case down, up, pageDown, pageUp, halfDown, halfUp, first, last
    case nextPane, previousPane, enter, back
    case nextMark, previousMark, nextStory, previousStory, nextUnread, previousUnread
    case quotesTab, namesTab, countriesTab
    case bookmark, toggleRead, markAllRead, copy
    case bookmarksOnly, chooseCountry, clearFilters, search, sort
    case zen, original, script, narrower, wider, facts, problems, help
    case erase, eraseAll
    case backOrQuit, quit
}

/// Where a key is pressed.
package enum Place: Hashable, Sendable, CaseIterable {
    case feeds, stories, article, panel
    /// Typing a search.
    case search
    case countries, help, facts, problems
}

/// What a footer says of a binding.
package enum Hint: Hashable, Sendable {
    case words(String)
    /// The kind of mark that the key jumps to: "quote", "mention", "hit".
    case mark
    /// What the key keeps: "keep story", "keep quote".
    case keep
}

/// Some keys, what they do, and where.
package struct Binding: Sendable {
    /// The key that the help names comes first.
    package let keys: [Key]
    package let action: Action
    package let places: [Place]
    package let help: String
    /// Nil keeps it out of the footer.
    package let hint: Hint?
    /// The heading it stands under in help and README.
    package let chapter: Chapter

    package enum Chapter: String, Hashable, Sendable, CaseIterable {
        case moving = "Moving"
        case reading = "Reading"
        case keeping = "Keeping"
        case finding = "Finding"
        case looking = "Looking"
        case leaving = "Leaving"
    }

    init(
        _ keys: Key..., to action: Action, in places: [Place], help: String, hint: Hint? = nil, _ chapter: Chapter
    ) {
        self.keys = keys
        self.action = action
        self.places = places
        self.help = help
        self.hint = hint
        self.chapter = chapter
    }
}

/// So that the table below reads like a list of keys.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    package init(extendedGraphemeClusterLiteral letter: Character) { self = .character(letter) }
}

private let panes: [Place] = [.feeds, .stories, .article, .panel]
private let lists: [Place] = [.countries, .help, .problems]
private let typing: [Place] = [.search, .countries, .help]
private let overlays: [Place] = [.search, .countries, .help, .facts, .problems]
private let shown: [Place] = [.facts, .problems]

/// Every key of the reader. Lookup, help, footer and the README's table are made from it; hints stand in this order.
package let keymap: [Binding] = [
    Binding("j", .down, to: .down, in: panes, help: "one down; in the article, a line", hint: .words("move"), .moving),
    Binding("k", .up, to: .up, in: panes, help: "one up; in the article, a line", hint: .words("move"), .moving),
    Binding(.down, .control("n"), to: .down, in: lists, help: "one down", hint: .words("move"), .moving),
    Binding(.up, .control("p"), to: .up, in: lists, help: "one up", hint: .words("move"), .moving),
    Binding(.enter, to: .enter, in: [.feeds], help: "go to its stories", hint: .words("stories"), .moving),
    Binding(.enter, to: .enter, in: [.stories], help: "read the story", hint: .words("read"), .moving),
    Binding(.enter, to: .enter, in: [.article], help: "go to the side panel", .moving),
    Binding(
        .enter, to: .enter, in: [.panel], help: "jump to the chosen quote, name or country", hint: .words("jump"),
        .moving),
    Binding(.enter, to: .enter, in: [.search], help: "keep the search, go to its hits", hint: .words("keep"), .finding),
    Binding(.enter, to: .enter, in: [.countries], help: "choose the country", hint: .words("choose"), .finding),
    Binding(.enter, to: .enter, in: [.help, .facts, .problems], help: "close", .leaving),
    Binding("j", to: .down, in: [.problems], help: "one down", .moving),
    Binding("k", to: .up, in: [.problems], help: "one up", .moving),
    Binding("g", to: .first, in: [.problems], help: "to the first", .moving),
    Binding("G", to: .last, in: [.problems], help: "to the last", .moving),
    Binding(" ", to: .pageDown, in: [.problems], help: "a page down", .moving),
    Binding(" ", .pageDown, to: .pageDown, in: panes, help: "a page down", .moving),
    Binding(.pageUp, to: .pageUp, in: panes, help: "a page up", .moving),
    Binding(.pageDown, to: .pageDown, in: lists, help: "a page down", .moving),
    Binding(.pageUp, to: .pageUp, in: lists, help: "a page up", .moving),
    Binding(.control("d"), to: .halfDown, in: panes, help: "half a page down", .moving),
    Binding(.control("u"), to: .halfUp, in: panes, help: "half a page up", .moving),
    Binding("g", .home, to: .first, in: panes, help: "to the first, or the top", .moving),
    Binding("G", .end, to: .last, in: panes, help: "to the last, or the end", .moving),
    Binding(.home, to: .first, in: lists, help: "to the first", .moving),
    Binding(.end, to: .last, in: lists, help: "to the last", .moving),
    Binding(.tab, "l", .right, to: .nextPane, in: panes, help: "next pane", .moving),
    Binding(.backTab, "h", .left, to: .previousPane, in: panes, help: "previous pane", .moving),
    Binding(
        "n", to: .nextMark, in: panes, help: "next mark: quote, mention of a name, or search hit", hint: .mark, .reading
    ),
    Binding("p", "N", to: .previousMark, in: panes, help: "previous mark", hint: .mark, .reading),
    Binding("J", to: .nextStory, in: panes, help: "next story, from any pane", .reading),
    Binding("K", to: .previousStory, in: panes, help: "previous story, from any pane", .reading),
    Binding("]", to: .nextUnread, in: panes, help: "next unread story", .reading),
    Binding("[", to: .previousUnread, in: panes, help: "previous unread story", .reading),
    Binding("1", to: .quotesTab, in: panes, help: "quotes: who said what", .reading),
    Binding("2", to: .namesTab, in: panes, help: "names: people, organisations, places", .reading),
    Binding("3", to: .countriesTab, in: panes, help: "countries of the story", .reading),
    Binding(
        "b", to: .bookmark, in: panes,
        help: "keep the story (★ in the list), or the quote that stands out (”); again takes it back",
        hint: .keep, .keeping),
    Binding("M", to: .toggleRead, in: panes, help: "mark the story read or unread", .keeping),
    Binding("A", to: .markAllRead, in: panes, help: "mark all stories in the list read; asks first", .keeping),
    Binding(
        "y", to: .copy, in: panes, help: "copy the quote with its speaker and source", hint: .words("copy"), .keeping),
    Binding(
        "c", to: .chooseCountry, in: panes, help: "keep only the stories about a country", hint: .words("country"),
        .finding),
    Binding("/", to: .search, in: panes, help: "search text, names and speakers", hint: .words("search"), .finding),
    Binding("B", to: .bookmarksOnly, in: panes, help: "bookmarks only, on and off", .finding),
    Binding("C", to: .clearFilters, in: panes, help: "clear every filter", .finding),
    Binding("s", to: .sort, in: panes, help: "sort by newest, source, title, length", .finding),
    Binding("z", to: .zen, in: panes, help: "zen: the article alone", .looking),
    Binding("v", to: .original, in: panes, help: "the original text, nothing left out", .looking),
    Binding("\"", to: .script, in: panes, help: "the quotes alone, as a script", .looking),
    Binding("<", to: .narrower, in: panes, help: "narrower pane", .looking),
    Binding(">", to: .wider, in: panes, help: "wider pane", .looking),
    Binding("i", to: .facts, in: panes, help: "the story's facts: file, dates, counts", .looking),
    Binding("!", to: .problems, in: panes, help: "problems: files that could not be read, and why", .looking),
    Binding("i", to: .back, in: [.facts], help: "close", .leaving),
    Binding("!", to: .back, in: [.problems], help: "close", .leaving),
    Binding("?", to: .back, in: [.help], help: "close; so does q while nothing is typed", .leaving),
    Binding(
        "?", to: .help, in: panes, help: "help for where you are; typing narrows it", hint: .words("help"), .looking),
    Binding(.backspace, .delete, to: .erase, in: typing, help: "take back a letter", .finding),
    Binding(.control("u"), to: .eraseAll, in: typing, help: "take back all letters", .finding),
    Binding(
        .escape, to: .back, in: panes, help: "one step out: of a name’s mentions, of the search, of the pane", .leaving),
    Binding(.escape, to: .back, in: overlays, help: "close", hint: .words("close"), .leaving),
    Binding("q", to: .backOrQuit, in: [.article, .panel], help: "back to the list", hint: .words("back"), .leaving),
    Binding("q", to: .backOrQuit, in: [.feeds, .stories], help: "quit", hint: .words("quit"), .leaving),
    Binding("q", to: .back, in: shown, help: "close", .leaving),
    Binding("Q", to: .quit, in: panes + shown, help: "quit now", .leaving),
]
