import News

/// What a command line asks for.
enum Command: Hashable, Sendable {
    case action(Action)
    /// A story of the list, counted from 1.
    case story(Int)
    /// Stories about the country of this name or code, or about a region; nil for all of them.
    case country(CountryFilter.Part?)
    case feed(FeedChoice)
    case sort(StoryOrder)
    case search(words: String)
    /// More stories, from a file or folder.
    case open(path: String)
    /// The quotes of the stories listed, into a new file.
    case export(path: String)
    case subscribe(Subscription)
    /// Another name for the chosen feed, smart feed or folder; another folder.
    case rename(String)
    case move([String])
    /// The filter that stands, or this query, as a smart feed of this name.
    case smart(String, query: String?)
    /// How the chosen feed is fetched and shown.
    case setFeed(FeedSetting)
    case set(Setting)

    enum Setting: Hashable, Sendable {
        case theme(String)
        /// Columns of the article's lines.
        case measure(Int)
        case mouse(Bool)
    }
}

/// A command that takes words, as `:` shows it.
struct CommandForm: Sendable {
    enum Argument: Hashable, Sendable {
        case country, feed, order, theme, words, query, path, address, name, folder, setting, smart, feedSetting
    }

    let name: String
    let argument: Argument
    let help: String

    static let all = [
        CommandForm(name: "country", argument: .country, help: "only stories about a country or region: name or code"),
        CommandForm(name: "feed", argument: .feed, help: "the stories of a feed"),
        CommandForm(name: "sort", argument: .order, help: "newest, source, title, length"),
        CommandForm(name: "search", argument: .words, help: "stories with these words"),
        CommandForm(name: "filter", argument: .query, help: "stories that fit: country:ua speaker:ann unread since:2d"),
        CommandForm(name: "subscribe", argument: .address, help: "follow a feed: its address, and a name if you like"),
        CommandForm(name: "rename", argument: .name, help: "another name for the chosen feed or folder"),
        CommandForm(name: "move", argument: .folder, help: "the chosen feed into a folder, World/Europe; / is the top"),
        CommandForm(
            name: "smart", argument: .smart, help: "save the filter as a smart feed: a name, and a query if you like"),
        CommandForm(
            name: "feed-set", argument: .feedSetting,
            help: "the chosen feed: interval 2h, full-text on, hidden off, tags a, b"),
        CommandForm(name: "open", argument: .path, help: "read a file or folder too"),
        CommandForm(name: "export", argument: .path, help: "quotes of the listed stories, to .md .csv .ndjson .txt"),
        CommandForm(name: "theme", argument: .theme, help: "other colours: default, light, mono, high-contrast"),
        CommandForm(name: "set", argument: .setting, help: "theme, measure, mouse"),
    ]

    /// Short names that the hands know from elsewhere.
    static let aliases: [String: String] = [
        "q": Action.quit.name, "q!": Action.quit.name, "e": "open", "h": Action.help.name, "?": Action.help.name,
        "/": "search", "next-quote": Action.nextMark.name, "previous-quote": Action.previousMark.name,
    ]

    static let feedSettings = ["interval", "full-text", "hidden", "tags"]
    static let settings = ["theme", "measure", "mouse"]
    static let measures = 40...100
}

extension Action {
    /// Whether it can be asked for by name: what only helps typing cannot.
    var isCommand: Bool {
        switch self {
        case .command, .erase, .eraseAll, .complete, .completeBack, .older, .newer, .enter: false
        default: standardBindings.contains { $0.action == self && !$0.places.allSatisfy(\.isOverlay) }
        }
    }

    /// What it does, in the words of the first pane that it is for.
    var help: String {
        let bindings = standardBindings.filter { $0.action == self }
        return (bindings.first { !$0.places.allSatisfy(\.isOverlay) } ?? bindings.first)?.help ?? ""
    }
}
