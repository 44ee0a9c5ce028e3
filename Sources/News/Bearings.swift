/// Where a reader was left: enough to begin there the next time.
package struct Bearings: Hashable, Sendable {
    /// What the feed list has chosen.
    package enum Listing: Hashable, Sendable {
        case all, unread, bookmarks
        /// A `Feed.id`.
        case feed(String)
        /// A folder of feeds, by its path.
        case folder([String])
        /// A smart feed, by its name.
        case smartFeed(String)
    }

    package enum Pane: String, Hashable, Sendable, CaseIterable { case feeds, stories, article, panel }
    package enum Tab: String, Hashable, Sendable, CaseIterable { case quotes, names, countries }

    /// Colours chosen in the reader, which hold as long as the config says what it said then.
    package struct ChosenTheme: Hashable, Sendable {
        package let name: String
        /// What the config said.
        package let insteadOf: String

        package init(_ name: String, insteadOf: String) {
            self.name = name
            self.insteadOf = insteadOf
        }
    }

    /// The chosen story's id; nil when there was none.
    package var story: String?
    /// The text offset of the story's line on top of the screen.
    package var place = 0
    /// Which of the lines that belong to that offset it is, counted from 0: blank lines belong to the words above them.
    package var placeLine = 0
    package var listing = Listing.all
    /// What the list is narrowed to: codes of countries, and regions by `WorldRegion.rawValue`.
    package var countries: [String] = []
    /// Whether a story has to do with all of them, and whether naming them is enough.
    package var needsAllCountries = false
    package var mentionsCountries = false
    package var isBookmarkedOnly = false
    /// Nil is whatever the config says.
    package var order: StoryOrder?
    package var focus = Pane.stories
    package var tab = Tab.quotes
    /// Whether the side panel is out where there is no room for it beside the list.
    package var isPanelOut = false
    package var isZen = false
    /// Columns more or less than the layout gives.
    package var listWish = 0
    package var panelWish = 0
    /// Nil for the config's.
    package var theme: ChosenTheme?

    package init() {}
}
