import Screen

private let panes: [Place] = [.feeds, .stories, .article, .panel]
private let lists: [Place] = [.countries, .help, .card, .facts, .links, .problems]
private let typing: [Place] = [.search, .command, .countries, .help]
private let overlays: [Place] = [.search, .command, .countries, .map, .help, .card, .facts, .links, .problems]
private let shown: [Place] = [.map, .card, .facts, .problems]
private let world: [Place] = [.countries, .map]

/// Every key of the reader as it comes. Lookup, help, footer, `dateline keys` and the README's table are made from it; hints
/// stand in this order.
let standardBindings: [Binding] = [
    Binding(
        "j", .down, to: .down, in: panes, help: "one down; in the article, scroll a line", hint: .words("move"), .moving
    ),
    Binding("k", .up, to: .up, in: panes, help: "one up; in the article, scroll a line", hint: .words("move"), .moving),
    Binding(.down, .control("n"), to: .down, in: lists, help: "one down", hint: .words("move"), .moving),
    Binding(.up, .control("p"), to: .up, in: lists, help: "one up", hint: .words("move"), .moving),
    Binding(
        .enter, to: .enter, in: [.feeds], help: "go to its stories; fold or open a folder", hint: .words("stories"),
        .moving),
    Binding(.enter, to: .enter, in: [.stories], help: "read the story", hint: .words("read"), .moving),
    Binding(.enter, to: .enter, in: [.article], help: "go to the side panel", .moving),
    Binding(
        .enter, to: .enter, in: [.panel], help: "jump to the chosen quote, name or country", hint: .words("jump"),
        .moving),
    Binding(.enter, to: .enter, in: [.search], help: "keep the search, go to its hits", hint: .words("keep"), .finding),
    Binding(.enter, to: .enter, in: [.command], help: "do it", hint: .words("do it"), .finding),
    Binding(
        .tab, to: .complete, in: [.command, .search], help: "complete; again for the next", hint: .words("complete"),
        .finding),
    Binding(.backTab, to: .completeBack, in: [.command, .search], help: "complete with the one before", .finding),
    Binding(
        .up, .control("p"), to: .older, in: [.command], help: "the command before", hint: .words("history"), .finding),
    Binding(
        .down, .control("n"), to: .newer, in: [.command], help: "the command after", hint: .words("history"), .finding),
    Binding(
        .up, .control("p"), to: .older, in: [.search], help: "the search before", hint: .words("history"), .finding),
    Binding(
        .down, .control("n"), to: .newer, in: [.search], help: "the search after", hint: .words("history"), .finding),
    Binding(
        .enter, to: .enter, in: [.card], help: "open the chosen story; before one is chosen, walk the mentions",
        hint: .card, .finding),
    Binding("h", .left, to: .left, in: [.map], help: "the next country west", hint: .words("move"), .moving),
    Binding("j", .down, to: .down, in: [.map], help: "the next country south", hint: .words("move"), .moving),
    Binding("k", .up, to: .up, in: [.map], help: "the next country north", hint: .words("move"), .moving),
    Binding("l", .right, to: .right, in: [.map], help: "the next country east", hint: .words("move"), .moving),
    Binding(
        .enter, to: .enter, in: world, help: "list the stories of what is selected, or of the country that stands out",
        hint: .words("show"), .finding),
    Binding(
        " ", to: .select, in: world, help: "select the country or region, or not", hint: .words("select"), .finding),
    Binding(
        .tab, to: .anyOrAll, in: world, help: "stories of any selected country, or of all at once",
        hint: .words("any/all"), .finding),
    Binding(
        .control("t"), to: .aboutOrMentioned, in: world,
        help: "stories about a country, or every story that mentions it", hint: .words("about/mentioned"), .finding),
    Binding(.enter, to: .enter, in: [.help, .facts, .problems], help: "close", .leaving),
    Binding(
        .enter, to: .enter, in: [.links], help: "open the chosen link", hint: .words("open"), .looking),
    Binding(
        "y", to: .copy, in: [.links], help: "copy the address of the chosen link", hint: .words("copy"), .keeping),
    Binding("j", to: .down, in: [.links], help: "one down", .moving),
    Binding("k", to: .up, in: [.links], help: "one up", .moving),
    Binding("j", to: .down, in: [.card, .facts, .problems], help: "one down", .moving),
    Binding("k", to: .up, in: [.card, .facts, .problems], help: "one up", .moving),
    Binding("g", to: .first, in: [.card, .facts, .problems], help: "to the first", .moving),
    Binding("G", to: .last, in: [.card, .facts, .problems], help: "to the last", .moving),
    Binding(" ", to: .pageDown, in: [.facts, .problems], help: "a page down", .moving),
    Binding(" ", to: .fold, in: [.feeds], help: "fold a folder, or open it again", hint: .words("fold"), .moving),
    Binding(" ", to: .pageDown, in: [.stories, .article, .panel], help: "a page down", .moving),
    Binding(.pageDown, .control("f"), to: .pageDown, in: panes, help: "a page down", .moving),
    Binding(.pageUp, .control("b"), to: .pageUp, in: panes, help: "a page up", .moving),
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
        help: "bookmark the story (★ in the list), or the quote that stands out (”); again takes it back",
        hint: .keep, .keeping),
    Binding("M", to: .toggleRead, in: panes, help: "mark the story read or unread", .keeping),
    Binding("A", to: .markAllRead, in: panes, help: "mark all stories in the list read", .keeping),
    Binding("u", to: .undo, in: panes, help: "undo: take back bookmarks and read marks, step by step", .keeping),
    Binding(.control("r"), to: .redo, in: panes, help: "redo: do again what was taken back", .keeping),
    Binding(
        "y", to: .copy, in: panes, help: "copy the quote with speaker, headline, source, date and link",
        hint: .words("copy"), .keeping),
    Binding(
        "w", to: .who, in: [.article, .panel], help: "who: this speaker’s quotes alone, or all; on a name, its card",
        hint: .who, .reading),
    Binding(
        "c", to: .chooseCountry, in: panes, help: "keep only the stories about a country", hint: .words("country"),
        .finding),
    Binding("m", to: .worldMap, in: panes, help: "the world: where the stories are", hint: .words("map"), .finding),
    Binding("/", to: .search, in: panes, help: "search text, names and speakers", hint: .words("search"), .finding),
    Binding(
        ":", to: .command, in: panes, help: "a command by its name, completed with Tab", hint: .words("command"),
        .finding),
    Binding("B", to: .bookmarksOnly, in: panes, help: "bookmarks only, on and off", .finding),
    Binding("C", to: .clearFilters, in: panes, help: "clear every filter", .finding),
    Binding("s", to: .sort, in: panes, help: "sort by newest, source, title, length", .finding),
    Binding("z", to: .zen, in: panes, help: "zen: the article alone", .looking),
    Binding("v", to: .original, in: panes, help: "the original text, nothing left out", .looking),
    Binding("\"", to: .script, in: panes, help: "the quotes alone, as a script", .looking),
    Binding("o", to: .openLink, in: panes, help: "open the story’s own page in the browser", .looking),
    Binding("f", to: .links, in: panes, help: "the links in the story, each with a letter that opens it", .looking),
    Binding("<", to: .narrower, in: panes, help: "narrower pane", .looking),
    Binding(">", to: .wider, in: panes, help: "wider pane", .looking),
    Binding("i", to: .facts, in: panes, help: "facts of the story, or of the chosen feed: where from, when", .looking),
    Binding("!", to: .problems, in: panes, help: "problems: what failed and why; how the feeds do", .looking),
    Binding("r", to: .refreshFeed, in: panes, help: "fetch this feed, or read its files anew", .finding),
    Binding("R", to: .refresh, in: panes, help: "fetch all feeds, read all files anew", .finding),
    Binding(to: .cancel, in: panes, help: "stop fetching feeds; Esc in the stories does it too", .finding),
    Binding(to: .unsubscribe, in: panes, help: "give up the chosen feed or folder, with its stories", .finding),
    Binding(
        "F", to: .fetchPage, in: panes, help: "fetch the story's page, where a feed gave only a summary",
        hint: .words("whole page"), .looking),
    Binding(.control("l"), to: .redraw, in: panes + overlays, help: "draw the screen anew", .looking),
    Binding("i", to: .back, in: [.facts], help: "close", .leaving),
    Binding("q", to: .back, in: [.links], help: "close", .leaving),
    Binding(.backspace, .delete, to: .erase, in: [.links], help: "take back a letter", .finding),
    Binding("!", to: .back, in: [.problems], help: "close", .leaving),
    Binding("m", to: .back, in: [.map], help: "close", .leaving),
    Binding("w", to: .back, in: [.card], help: "close", .leaving),
    Binding("?", to: .back, in: [.help], help: "close", .leaving),
    Binding(
        "?", to: .help, in: panes, help: "help for where you are; typing narrows it", hint: .words("help"), .looking),
    Binding("?", to: .help, in: shown, help: "help for where you are", hint: .words("help"), .looking),
    Binding(.backspace, .delete, to: .erase, in: typing, help: "take back a letter", .finding),
    Binding(.control("u"), to: .eraseAll, in: typing, help: "take back all letters", .finding),
    Binding(
        .escape, to: .back, in: panes, help: "one step out: of a name’s mentions, of the search, of the pane", .leaving),
    Binding(.escape, to: .back, in: overlays, help: "close", hint: .words("close"), .leaving),
    Binding(
        "q", to: .backOrQuit, in: [.article, .panel], help: "back, towards the list", hint: .words("back"), .leaving),
    Binding("q", to: .backOrQuit, in: [.feeds, .stories], help: "quit", hint: .words("quit"), .leaving),
    Binding("q", to: .back, in: shown, help: "close", .leaving),
    Binding("Q", to: .quit, in: panes + shown, help: "quit now", .leaving),
]
