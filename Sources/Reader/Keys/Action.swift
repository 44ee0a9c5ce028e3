/// What a key can ask for. The raw value is its name: in the command line after `:`, in the config, in `dateline keys`.
package enum Action: String, Hashable, Sendable, CaseIterable {
    case down, up
    case pageDown = "page-down"
    case pageUp = "page-up"
    case halfDown = "half-page-down"
    case halfUp = "half-page-up"
    case first, last
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case enter, back
    case nextMark = "next-mark"
    case previousMark = "previous-mark"
    case nextStory = "next-story"
    case previousStory = "previous-story"
    case nextUnread = "next-unread"
    case previousUnread = "previous-unread"
    case quotesTab = "quotes"
    case namesTab = "names"
    case countriesTab = "countries"
    case bookmark
    case toggleRead = "toggle-read"
    case markAllRead = "mark-all-read"
    case copy
    case who
    case bookmarksOnly = "bookmarks-only"
    case chooseCountry = "choose-country"
    case worldMap = "map"
    case clearFilters = "clear-filters"
    case search
    case sort
    case zen
    case original
    case script = "quotes-only"
    case narrower, wider
    case openLink = "open-link"
    case links
    case facts, problems, help
    case undo, redo
    case redraw
    case refreshFeed = "refresh-feed"
    case refresh
    case cancel
    case fold
    case unsubscribe
    case fetchPage = "fetch-page"
    case command
    case select
    case anyOrAll = "any-or-all"
    case aboutOrMentioned = "about-or-mentioned"
    case left, right
    case erase
    case eraseAll = "erase-all"
    case complete
    case completeBack = "complete-back"
    case older, newer
    case backOrQuit = "back-or-quit"
    case quit

    /// As `:` and the config know it: "next-story".
    package var name: String { rawValue }

    /// - Returns: nil when there is no action of this name.
    package init?(named name: String) { self.init(rawValue: name) }
}
