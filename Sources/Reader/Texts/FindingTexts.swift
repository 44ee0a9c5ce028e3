/// What is said of searches, filters, orders and countries.
extension Texts {
    // MARK: Search, filters and order

    static let bookmarksOnly = "Bookmarks only."
    static func refreshing(_ feed: String) -> String { "Reading \(feed) anew." }
    static let refreshingAll = "Reading all files anew."
    static func fetching(_ feed: String) -> String { "Fetching \(feed)." }
    static let fetchingAll = "Fetching all feeds."
    static func isFetching(cancel key: String) -> String { "Feeds are still being fetched; \(key) stops it." }
    static let nothingIsFetched = "No feed is being fetched."
    static let fetchingCancelled = "Fetching stopped; what came already stays."
    static func fetched(_ feeds: Int) -> String { feeds == 1 ? "Fetched the feed." : "Fetched \(feeds) feeds." }
    static func fetched(_ feeds: Int, failed: Int, problems key: String) -> String {
        feeds == 1 ? "The feed failed; \(key) says why." : "Fetched \(feeds) feeds; \(failed) failed, \(key) says why."
    }

    /// "28 stories read, nothing new.", "28 stories read: 1 new, 2 changed."
    static func refreshed(_ stories: Int, new: Int, changed: Int) -> String {
        let read = stories == 0 ? "Read" : "\(counted(stories, .story)) read"
        let parts = [new == 0 ? nil : "\(new) new", changed == 0 ? nil : "\(changed) changed"].compactMap { $0 }
        return parts.isEmpty ? "\(read), nothing new." : "\(read): \(parts.joined(separator: ", "))."
    }

    static func refreshed(failed: Int, problems key: String) -> String {
        "\(counted(failed, .problem)) came up; \(key) says more."
    }

    static let isReading = "Files are still being read."
    static let fetchingPage = "Fetching the story’s page …"
    static let nothingToFetch = "The whole story is in its file; there is nothing to fetch."
    static let bookmarkedOrNot = "Every story again, bookmarked or not."
    static let noFilter = "No filter is set."
    static let filtersCleared = "Every filter cleared."
    static let bestHitsFirst = "The best hits first."
    static let searchOver = "The search is over; every story is listed again."
    static let staysOpen = "The story you read is not in this list; it stays open until you go to another."
    static let noStoryHasIt = "no story has it"

    static func sorted(by order: String) -> String { "Sorted by \(order)." }
    static func hitsHere(_ count: Int) -> String { "\(counted(count, .hit)) here" }

    static func noStory(has words: String, back key: String) -> String {
        "No story has “\(words)”; \(key) ends the search."
    }

    static func notInThisStory(_ words: String, next key: String) -> String {
        "“\(words)” is not in this story; \(key) goes to one that has it."
    }

    /// Before and after the name that a search hit.
    static let speakerLabel = "speaker: "
    static let nameLabel = "name: "
    static func quotesTail(_ count: Int) -> String { ", \(counted(count, .quote))" }
    static func mentionsTail(_ count: Int) -> String { " \(count)×" }

    // MARK: Countries and map

    static let storiesAbout = "Stories about …"
    static let storiesMentioning = "Stories that mention …"
    static let typeToNarrow = "type to narrow"
    static let allCountries = "All countries"
    static let noStoriesToChoose = "There are no stories to choose from."

    static let ofAllCountries = "Stories of all selected countries at once."
    static let ofAnyCountry = "Stories of any selected country."
    static let aboutACountry = "Stories about a country."
    static let mentioningACountry = "Every story that mentions a country."

    static let mapOfAbout = "Stories about a country"
    static let mapOfNamed = "Stories that name a country"
    static let emptyMapOfAbout = "No story here is about a country."
    static let emptyMapOfNamed = "No story here names a country."
    static let noCountryThatWay = "No country with stories lies that way."

    static func noSuchCountry(erase key: String) -> String {
        "No country has that name; \(key) takes a letter back."
    }

    static let noStoryAboutThose = "No story here is about a country of that name."
    static func noStory(isAbout country: String, mentioned key: String) -> String {
        "No story here is about \(country); \(key) shows those that mention it."
    }

    static func noStory(mentions country: String) -> String { "No story here mentions \(country)." }

    /// What is selected, in the chooser: "2 selected, any of them".
    static func selected(_ count: Int) -> String { "\(count) selected" }
    static func selectedAll(_ count: Int) -> String { "\(count) selected, all of them" }
    static func selectedAny(_ count: Int) -> String { "\(count) selected, any of them" }

    /// The filter, in the title.
    static func country(_ name: String) -> String { "Country: \(name)" }

    /// "Ukraine or Russia", "Ukraine, Russia and 2 more".
    static func countries(_ names: [String], needsAll: Bool) -> String {
        let link = needsAll ? "and" : "or"
        if names.count < 3 { return names.joined(separator: " \(link) ") }
        return "\(names[0]), \(names[1]) \(link) \(names.count - 2) more"
    }
}
