import News

/// What answers commands, and what they change: subscriptions and settings.
extension Texts {
    // MARK: Commands

    static let commands = "Commands"

    static func noCommand(_ typed: String) -> String { "There is no command “\(typed)”." }
    static func noCommand(_ typed: String, help key: String) -> String {
        "There is no command “\(typed)”; \(key) shows what there is."
    }

    static func takesNothing(_ command: String) -> String { "“\(command)” takes nothing behind it." }
    static func needsWord(_ command: String) -> String { "“\(command)” needs a word behind it." }
    static func needsWord(_ command: String, as examples: String) -> String {
        "“\(command)” needs a word behind it: \(examples) …"
    }

    /// - Parameter hasMore: whether the command may be more than those.
    static func mayBe(_ typed: String, _ commands: String, hasMore: Bool) -> String {
        "“\(typed)” may be \(commands)\(hasMore ? " …" : "")."
    }

    static func cannotSort(by typed: String, but orders: String) -> String {
        "Stories cannot be sorted by “\(typed)”; there are \(orders)."
    }

    static func noStory(about typed: String, countries key: String) -> String {
        "No story here is about “\(typed)”; \(key) shows the countries."
    }

    static func noStory(isAbout country: String) -> String { "No story here is about \(country)." }
    static func noStory(isAbout country: String, but stories: Int, mention code: String) -> String {
        let those = stories == 1 ? "the one that mentions it" : "the \(stories) that mention it"
        return "No story here is about \(country); :filter mentions:\(code) lists \(those)."
    }

    static func noAddress(_ typed: String) -> String {
        "“\(typed)” is no web address; one is written https://example.org/feed.xml."
    }

    /// What may stand in a search, behind Tab.
    static let completions = "Search"

    static func noFeed(_ typed: String) -> String { "There is no feed “\(typed)”." }

    // MARK: Subscriptions

    static let chooseSubscription = "Choose one of your feeds in the feed list first."

    static func failed(_ feed: String, _ words: String) -> String { "\(feed): \(words)" }
    static func isGone(_ feed: String) -> String { "\(feed): its server says that it is gone for good." }
    static func noFolder(page key: String) -> String { "Only a folder can be folded; \(key) goes a page down." }
    static func subscribing(_ address: String) -> String { "Subscribing to \(address) …" }
    static func unsubscribed(_ name: String) -> String { "No longer subscribed to \(name)." }
    static func renamed(_ name: String, to other: String) -> String { "\(name) is called \(other) now." }
    static func moved(_ name: String, to folder: String) -> String {
        folder.isEmpty ? "\(name) is in no folder now." : "\(name) is in \(folder) now."
    }

    static func leaves(_ name: String, stories: Int, again key: String) -> String {
        "\(key) again gives up \(name) with its \(counted(stories, .story)); bookmarks stay."
    }

    static func leaves(smart name: String, again key: String) -> String { "\(key) again gives up \(name)." }

    static let chooseFeed = "Choose one of your feeds in the feed list first; it is a feed’s to set."
    static func nothingToSave(key: String) -> String { "Nothing narrows the list; \(key) does, or write a query." }
    static func saved(_ name: String, _ query: String) -> String { "“\(name)” lists \(query)." }
    static func noInterval(_ typed: String) -> String { "“\(typed)” is no time; it is written 30m, 2h, 1d or usual." }
    static func onOrOff(_ name: String) -> String { "“\(name)” can be on or off." }
    static func feedSettings(_ names: String) -> String { "What can be set of a feed: \(names)." }

    static func set(_ setting: FeedSetting, of feed: String) -> String {
        switch setting {
        case .interval(nil): "\(feed) is fetched as often as the others."
        case .interval(let minutes?): "\(feed) is fetched every \(FeedInterval(minutes: minutes).words)."
        case .fullText(true): "The pages of \(feed)’s stories are fetched."
        case .fullText(false): "\(feed)’s stories stay as the feed gives them."
        case .hidden(true): "\(feed) is left out of the lists of all feeds."
        case .hidden(false): "\(feed) is in the lists of all feeds."
        case .tags(let tags): tags.isEmpty ? "\(feed) has no tags." : "\(feed) has the tags \(list(tags))."
        }
    }

    // MARK: Settings

    static let mouseIsOn = "The mouse is on."
    static let mouseIsOff = "The mouse is off."
    static let mouseOnOrOff = "The mouse can be on or off."

    static func theme(_ name: String) -> String { "Theme \(name) until you quit; the config can keep it." }
    static func noTheme(_ typed: String, but themes: String) -> String {
        "There is no theme “\(typed)”; there are \(themes)."
    }

    static func themeIs(_ name: String, of themes: String) -> String { "The theme is \(name); there are \(themes)." }
    static func measure(_ columns: Int) -> String { "Lines of up to \(columns) columns." }
    static func measureIs(_ columns: Int) -> String { "The measure is \(columns) columns." }
    static func measures(_ range: ClosedRange<Int>) -> String {
        "A measure is \(range.lowerBound) to \(range.upperBound) columns."
    }

    static func settings(_ names: String) -> String { "What can be set: \(names)." }
}
