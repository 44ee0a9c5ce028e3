import News
import Screen

/// What a line asks for where there is no screen.
enum PlainCommand: Hashable, Sendable {
    /// Tells something, and changes nothing.
    case tell(PlainPage)
    /// Asks the reader's state for what a command line or a key would, and tells what then is.
    case ask(Command, PlainPage)
    /// The story rather than the quote that was told last.
    case keepStory
    case setRead(Bool)
    /// To a quote of the story, counted from 1.
    case mark(Int)
    /// To the first mention of a name, counted from 1 as they are told.
    case name(Int)
    /// Opens a link of the story, counted from 1.
    case link(Int)
    case back

    /// What is told when it is done.
    var page: PlainPage {
        switch self {
        case .tell(let page), .ask(_, let page): page
        case .keepStory, .setRead, .link, .back: .notice
        case .mark, .name: .mark
        }
    }
}

/// A command as it is typed, and what the help says of it.
struct PlainForm: Sendable {
    enum Meaning: Sendable {
        case command(PlainCommand)
        /// An action of the reader, and what is told after it.
        case action(Action, PlainPage)
        /// Takes words, as the reader's command of this name does.
        case words(PlainPage)
        /// Takes a number.
        case number(@Sendable (Int) -> PlainCommand)
    }

    /// The first is the one that help tells.
    let names: [String]
    /// What stands behind it, as help writes it; empty for nothing.
    let argument: String
    let meaning: Meaning
    let help: String

    init(_ names: String..., argument: String = "", does meaning: Meaning, _ help: String) {
        self.names = names
        self.argument = argument
        self.meaning = meaning
        self.help = help
    }

    /// In the order that help tells them.
    static let all = [
        PlainForm(
            "more", "m", does: .command(.tell(.more)), "goes on where an answer was cut; so does Enter by itself"),
        PlainForm("list", does: .command(.tell(.stories)), "the stories again"),
        PlainForm("text", "story", does: .command(.tell(.story)), "the story again, from its top"),
        PlainForm("next-story", does: .action(.nextStory, .story), "reads the next story"),
        PlainForm("previous-story", does: .action(.previousStory, .story), "reads the story before"),
        PlainForm("next-unread", does: .action(.nextUnread, .story), "reads the next unread story"),
        PlainForm("previous-unread", does: .action(.previousUnread, .story), "reads the unread story before"),
        PlainForm("quotes", does: .command(.tell(.quotes)), "who said what in the story"),
        PlainForm("next-mark", does: .action(.nextMark, .mark), "the next quote, mention of a name, or search hit"),
        PlainForm("previous-mark", does: .action(.previousMark, .mark), "the one before"),
        PlainForm("quote", argument: "NUMBER", does: .number { .mark($0) }, "that quote of the story"),
        PlainForm("names", does: .command(.tell(.names)), "people, organisations and places in the story"),
        PlainForm(
            "name", argument: "NUMBER", does: .number { .name($0) }, "where the story names them; next-mark goes on"),
        PlainForm("countries", does: .command(.tell(.countries)), "the countries of the story"),
        PlainForm("facts", does: .command(.tell(.facts)), "where the story came from, its date, its length"),
        PlainForm("links", does: .command(.tell(.links)), "the web addresses in the story"),
        PlainForm("link", argument: "NUMBER", does: .number { .link($0) }, "opens that one of them in the browser"),
        PlainForm("open-link", does: .action(.openLink, .notice), "opens the story’s own page in the browser"),
        PlainForm("original", does: .command(.tell(.original)), "the text as it was written, nothing left out"),
        PlainForm("quotes-only", does: .command(.tell(.quotes)), "the same as quotes"),
        PlainForm(
            "bookmark", does: .action(.bookmark, .notice), "keeps the quote told last, or the story; again drops it"),
        PlainForm("bookmark-story", does: .command(.keepStory), "keeps the story, whatever was told last"),
        PlainForm("read", does: .command(.setRead(true)), "marks the story read"),
        PlainForm("unread", does: .command(.setRead(false)), "marks it unread"),
        PlainForm("toggle-read", does: .action(.toggleRead, .notice), "marks it read or unread"),
        PlainForm("mark-all-read", does: .action(.markAllRead, .notice), "marks every story of the list read"),
        PlainForm("undo", does: .action(.undo, .notice), "takes back a bookmark or read mark, step by step"),
        PlainForm("redo", does: .action(.redo, .notice), "does again what was taken back"),
        PlainForm("copy", does: .action(.copy, .notice), "the quote told last with speaker and source, to be copied"),
        PlainForm("country", argument: "NAME", does: .words(.stories), "only stories about a country; all for any"),
        PlainForm("choose-country", does: .command(.tell(.allCountries)), "every country, with its number of stories"),
        PlainForm("search", argument: "WORDS", does: .words(.stories), "only stories with these words"),
        PlainForm("feed", argument: "NAME", does: .words(.stories), "only the stories of a feed"),
        PlainForm("feeds", does: .command(.tell(.feeds)), "every feed, with its number of stories"),
        PlainForm("bookmarks-only", does: .action(.bookmarksOnly, .stories), "bookmarked stories only, on and off"),
        PlainForm("clear-filters", does: .action(.clearFilters, .stories), "every story again"),
        PlainForm("sort", argument: "newest, source, title or length", does: .words(.stories), "another order"),
        PlainForm("refresh", does: .action(.refresh, .notice), "reads all files anew and fetches all feeds"),
        PlainForm("refresh-feed", does: .action(.refreshFeed, .notice), "the same for the feed of the story"),
        PlainForm("fetch-page", does: .action(.fetchPage, .story), "the whole story, where a feed gave a part"),
        PlainForm("unsubscribe", does: .action(.unsubscribe, .notice), "gives up the chosen feed; asks twice"),
        PlainForm("who", does: .action(.who, .mark), "the quotes of that speaker alone, or everybody’s again"),
        PlainForm("open", argument: "PATH", does: .words(.stories), "reads a file or folder too"),
        PlainForm("export", argument: "PATH", does: .words(.notice), "writes the quotes of the list to a new file"),
        PlainForm("problems", does: .command(.tell(.problems)), "what failed and why, and how the feeds do"),
        PlainForm("back", does: .command(.back), "out of the mentions of a name, the search, the story"),
        PlainForm("help", does: .command(.tell(.help)), "these commands"),
        PlainForm("quit", does: .action(.quit, .notice), "ends Dateline"),
    ]

    static func named(_ name: String) -> PlainForm? { all.first { $0.names.contains(name) } }
}

extension PlainReader {
    /// Reads a line: a number, a command of plain mode, a letter that is a key of the reader, or a command as in the
    /// reader's `:` line, cut short where only one begins so.
    func command(_ line: String) throws(Misunderstanding) -> PlainCommand {
        var line = line.trimmed
        if line.hasPrefix(":") { line = String(line.dropFirst()).trimmed }
        if line.hasPrefix("/"), line.count > 1 { line = "search " + line.dropFirst() }
        guard !line.isEmpty else { return .tell(.more) }
        if let number = Int(line) { return try story(number) }
        let typed = String(line.prefix { !$0.isWhitespace })
        let argument = String(line.dropFirst(typed.count)).trimmed
        if typed == "bookmark", argument == "story" { return .keepStory }
        if let form = PlainForm.named(name(typed.lowercased(), typed)) {
            if let command = try command(form, argument) { return command }
        }
        return try page(of: try state.command(line))
    }

    /// The whole name of what was typed, when it is known here.
    private func name(_ typed: String, _ letter: String) -> String {
        if PlainForm.named(typed) != nil { return typed }
        if let alias = CommandForm.aliases[typed] { return alias }
        if letter.count == 1, let key = letter.first,
            let binding = keys.binding(for: .character(key), in: .article)
                ?? keys.binding(for: .character(key), in: .stories)
        {
            return binding.action.name
        }
        let begun = PlainForm.all.filter { $0.names[0].hasPrefix(typed) }
        return begun.count == 1 ? begun[0].names[0] : typed
    }

    /// Nil when the reader's own command line has to say what is meant, or missing.
    private func command(_ form: PlainForm, _ argument: String) throws(Misunderstanding) -> PlainCommand? {
        switch form.meaning {
        case .command(let command) where argument.isEmpty: return command
        case .action(let action, let page) where argument.isEmpty: return .ask(.action(action), page)
        case .command, .action: throw Misunderstanding(Texts.takesNothing(form.names[0]))
        case .number(let command):
            guard let number = Int(argument) else {
                throw Misunderstanding(Texts.needsNumber(form.names[0]))
            }
            return command(number)
        case .words(let page):
            guard argument.isEmpty, form.names[0] == "sort" else {
                return try state.command("\(form.names[0]) \(argument)").map { .ask($0, page) }
            }
            return .ask(.action(.sort), page)
        }
    }

    private func story(_ number: Int) throws(Misunderstanding) -> PlainCommand {
        let count = state.list.rows.count
        guard 1...max(1, count) ~= number, count > 0 else {
            throw Misunderstanding(
                count == 0 ? state.listSentence : Texts.noStory(number, of: count))
        }
        return .ask(.story(number), .story)
    }

    /// What is told after a command of the reader's that plain mode has no name of its own for.
    private func page(of command: Command?) throws(Misunderstanding) -> PlainCommand {
        guard let command else { return .tell(.more) }
        if case .action(let action) = command {
            guard let form = PlainForm.named(action.name) else {
                throw Misunderstanding(Texts.needsScreen(action.name))
            }
            if let command = try self.command(form, "") { return command }
        }
        if case .set = command { throw Misunderstanding(Texts.nothingToSet) }
        switch command {
        case .subscribe, .rename, .move, .smart, .setFeed, .export: return .ask(command, .notice)
        case .action, .story, .country, .feed, .sort, .search, .open, .set: return .ask(command, .stories)
        }
    }
}
