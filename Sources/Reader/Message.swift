package import News
package import Screen

/// What happened, told to `update`.
package enum Message: Sendable {
    case key(Key)
    case mouse(MouseEvent)
    case resized(Size)
    /// More stories were read; each is new or replaces the one of the same id.
    case loaded([Headline])
    /// The same for very many, best with `HeadlineTable.finish()` done: the stories of an index, at the start.
    case loadedAll(HeadlineTable)
    /// The stories of these ids are gone: a feed was given up, a file deleted.
    case removed(ids: [String])
    /// What the user is subscribed to, and how its feeds do.
    case feeds(FeedListing)
    /// The answer to `Effect.evaluate`: what the index calls the stories (`HeadlineTable.indexKey`).
    case evaluated(SmartFeed, NumberSet)
    /// Feeds that have answered, or failed, of those that are fetched; equal when fetching is over.
    case fetching(done: Int, total: Int)
    /// Stories read so far of those found; equal when reading is over.
    case progress(done: Int, total: Int)
    /// The answer to `Effect.open`.
    case opened(Reading)
    /// The answer to `Effect.search`: the stories where the words are found, best first, and, where there are too many to
    /// tell of each, what the index calls all others (`HeadlineTable.indexKey`).
    case found(words: String, hits: [SearchHit], others: NumberSet = NumberSet())
    /// The answer to `Effect.tellFeeds`, by the ids of the feeds.
    case figures([String: FeedFigures])
    /// The answer to `Effect.trace`.
    case traced(StoryOrigin)
    /// The answer to `Effect.describe`.
    case described(NameCard)
    /// The bookmarks as they now stand in the file (after a change of ours, or of somebody else's).
    case bookmarks([Bookmark])
    /// What could be taken back when the reader was left last.
    case history(UndoHistory)
    /// The answer to an effect that could not be done: what was shown ahead of it is taken back.
    case failed(Effect, Problem)
    /// A feed was asked for news, and this is why in vain; nil when it answered.
    case fetched(id: String, name: String, Problem?)
    /// Something in the input failed; collected, and counted on the screen.
    case problem(Problem)
    /// What was told as a problem is none any more.
    case mended([Problem])
    /// The answer to `Effect.refresh`, after all that it brought: everything that was asked for is read and fetched.
    case refreshed(feed: String?)
    case clock(Clock)
    /// The answer to `Effect.completePath`: what could stand there, folders with a stroke at the end.
    case paths(beginning: String, [String])
    /// A sentence for the footer: "Copied."
    case notice(String)
}

extension Message {
    /// Whether it only tells what the files have already.
    var isHistory: Bool {
        if case .history = self { true } else { false }
    }
}

/// What the reader asks of the world.
package enum Effect: Hashable, Sendable {
    /// Read a story: answered by `.opened` or `.failed`.
    case open(id: String)
    /// Read stories that are likely to be opened next, so that `.open` finds them read. Not answered.
    case readAhead(ids: [String])
    /// Find stories by words in headline, text, names and speakers: answered by `.found`.
    case search(words: String)
    /// Find the stories of a smart feed: answered by `.evaluated`.
    case evaluate(SmartFeed)
    /// Tell of a name, and of other stories that have it: answered by `.described`.
    case describe(NameCard.Question)
    /// Keep a story, or stop keeping it: answered by `.bookmarks` or `.failed`.
    case setBookmark(Bool, id: String)
    /// Keep one quote of a story (its index in `Reading.quotes`), or stop.
    case setQuoteBookmark(Bool, id: String, quote: Int)
    case setRead(Bool, ids: [String])
    /// Take a bookmark out, or put one back as it was: answered by `.bookmarks` or `.failed`.
    case removeBookmark(Bookmark.Identity)
    case restoreBookmark(Bookmark)
    /// Keep what can be taken back over restarts.
    case keepHistory(UndoHistory)
    /// Read more stories, from a file or folder: answered as at the start, or by `.failed`.
    case load(path: String)
    /// Find files and folders whose path begins so: answered by `.paths`.
    case completePath(String)
    /// Write the quotes of these stories to a new file, in the form that its ending names: answered by `.notice` or
    /// `.failed`.
    case export(ids: [String], path: String)
    /// Show a page in the user's browser: an absolute http or https address. Answered by `.notice` or `.failed`.
    case openLink(String)
    case setTheme(String)
    case setMouse(Bool)
    /// Fetch the web page of a story of a feed: answered by `.opened` or `.failed`.
    case fetchPage(id: String)
    /// Read the files of a feed (its id), or of all feeds, anew, and fetch those that are fetched: answered as at the start.
    case refresh(feed: String?)
    /// Let the feeds be that have not answered yet.
    case cancelRefresh
    /// Change what the user is subscribed to: answered by `.feeds` or `.failed`. A new feed is fetched at once, and the
    /// stories of one that was given up are `.removed`.
    case subscribe(Subscription)
    case unsubscribe(Subscriptions.Reference)
    case rename(Subscriptions.Reference, to: String)
    case move(Subscriptions.Reference, to: [String])
    /// Save a query as a smart feed, or give the one of that name this query: answered by `.feeds` or `.failed`.
    case save(SmartFeed)
    /// Change how the feed of this id is fetched and shown: answered by `.feeds` or `.failed`.
    case setFeed(FeedSetting, id: String)
    /// Count how the feeds do: answered by `.figures`.
    case tellFeeds
    /// Find out where a story came from: answered by `.traced`, where anything is known.
    case trace(id: String)
    /// Something else wrote on the terminal.
    case redraw
    /// Put text on the user's clipboard.
    case copy(String)
    case quit
}
