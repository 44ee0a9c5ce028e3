import News

/// All words that the reader shows, in one file, so that they can be translated: what all areas share, then area after area.
///
/// What is interpolated stands as a parameter: a translation puts it where its grammar wants it. `key` is always the
/// name of a key as the screen shows it. The help of keys and commands stands in the tables that declare them:
/// `Keys/KeyTable.swift`, `CommandForm` and `PlainForm`.
enum Texts {
    // MARK: Things counted

    /// What is counted on the screen.
    enum Thing {
        case story, quote, mention, hit, speaker, name, country, word, problem

        var one: String {
            switch self {
            case .story: "story"
            case .quote: "quote"
            case .mention: "mention"
            case .hit: "hit"
            case .speaker: "speaker"
            case .name: "name"
            case .country: "country"
            case .word: "word"
            case .problem: "problem"
            }
        }

        var many: String {
            switch self {
            case .story: "stories"
            case .quote: "quotes"
            case .mention: "mentions"
            case .hit: "hits"
            case .speaker: "speakers"
            case .name: "names"
            case .country: "countries"
            case .word: "words"
            case .problem: "problems"
            }
        }
    }

    /// "1 quote", "27 stories": the one rule for plurals.
    static func counted(_ number: Int, _ thing: Thing) -> String {
        "\(number) \(number == 1 ? thing.one : thing.many)"
    }

    // MARK: Lists and signs

    /// "a, b and c"
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// In quotation marks.
    static func quoted(_ words: String) -> String { "“\(words)”" }

    static func percent(_ number: Int) -> String { "\(number) %" }

    // MARK: Said in many places

    static let noStory = "There is no story."
    static let noStoryOpen = "No story is open."
    static let stillOpening = "The story is still being opened."
    static let nobodyQuoted = "Nobody is quoted in this story."

    // MARK: - What the title, the footer, the panes and the side panel say

    // MARK: Title and footer

    static let program = "Dateline"
    static let keptOnly = "★ only"
    static let bestFirst = "best"
    static let largerWindow = "A larger window, please."

    static func unread(_ count: Int) -> String { "unread \(count)" }
    static func reading(_ done: Int, of total: Int) -> String { "reading \(done)/\(total)" }
    static func fetching(_ done: Int, of total: Int) -> String { "Fetching \(done) of \(total)" }
    static func sort(by order: String) -> String { "Sort: \(order)" }

    /// What the footer says of keys whose meaning changes.
    static let backHint = "back"
    static let cardHint = "card"
    static let oneSpeakerHint = "this speaker"
    static let allSpeakersHint = "all speakers"
    static let keepStoryHint = "keep story"
    static let keepQuoteHint = "keep quote"

    static func keyDoesNothing(_ keys: String, help key: String) -> String {
        "\(keys) does nothing here; \(key) shows the keys."
    }

    // MARK: Panes and headers

    static let feedsHeader = "FEEDS"
    static let storiesHeader = "STORIES"
    static let articleHeader = "ARTICLE"
    static let originalHeader = "ORIGINAL TEXT"
    static let scriptHeader = "QUOTES ONLY"
    static let openingHeader = "OPENING …"
    static func outsideList(_ header: String) -> String { "\(header), NOT IN THE LIST" }

    /// Rows of the feed list.
    static let allStories = "All stories"
    static let unreadStories = "Unread"
    static let bookmarks = "Bookmarks"

    static let onePane = "One pane fills this window."
    static let noWider = "It gets no wider."
    static let noNarrower = "It gets no narrower."

    // MARK: Ages in the list of stories

    static let today = "today"
    static let now = "now"
    static let openHint = "open"
    static let mentionsHint = "mentions"

    /// As short as can be, with blanks that no line is broken at.
    static func minutes(_ number: Int) -> String { "\(number)\u{A0}min" }
    static func hours(_ number: Int) -> String { "\(number)\u{A0}h" }
    static func days(_ number: Int) -> String { "\(number)\u{A0}d" }

    // MARK: Side panel

    static let quotesTab = "Quotes"
    static let namesTab = "Names"
    static let countriesTab = "Countries"

    static let noNames = "No names were found in this story."
    static let noCountries = "No country is named in this story."

    static let people = "People"
    static let organisations = "Organisations"
    static let places = "Places"
    static let otherNames = "Others"
    static let aboutCountries = "The story is about"
    static let otherCountries = "Also named"

    static func quotes(of speaker: String) -> String { "Quotes of \(speaker)" }

    /// Who spoke, where the story does not name them.
    static let unattributed = "unattributed"
    static func notNamed(_ words: String) -> String { "“\(words)”, not named" }

    // MARK: - What is told of a story beside its text: its links, its names and its facts

    // MARK: Links

    static let links = "Links in this story"
    static let noLinks = "No link stands in this story."
    static let noOwnLink = "The story has no link of its own."

    static func noLinks(openStory key: String) -> String {
        "No link stands in this story; \(key) opens the story’s own page."
    }

    static func noOwnLink(links key: String) -> String {
        "The story has no link of its own; \(key) lists the links in it."
    }

    static func noSuchLink(close key: String) -> String { "No link has that letter; \(key) closes." }
    static func notOfTheWeb(_ link: String) -> String { "“\(link)” is no link to the web." }
    static func opening(_ host: String) -> String { "Opening \(host) …" }
    static func isPrivate(_ host: String) -> String {
        "The link leads into your own network, to \(host); it is not opened."
    }

    // MARK: The card of a name

    static let person = "person"
    static let organisation = "organisation"
    static let place = "place"
    static let otherName = "name"
    static let firstSentence = "First sentence"
    static let saysHere = "Says here"
    static let noOtherStory = "In no other story here"

    static func named(times count: Int) -> String { "named \(count)×" }
    static func otherStories(_ count: Int) -> String {
        "In \(count) other \(count == 1 ? Thing.story.one : Thing.story.many)"
    }

    static func wholeCard(key: String) -> String { "… \(key) shows the whole card" }

    // MARK: Facts of a story: what each is, and what it can be

    static let facts = "This story"
    static let headline = "Headline"
    static let origin = "From"
    static let feed = "Feed"
    static let source = "Source"
    static let byline = "Byline"
    static let date = "Date"
    static let link = "Link"
    static let length = "Length"
    static let quotes = "Quotes"
    static let names = "Names"
    static let about = "About"
    static let read = "Read"
    static let bookmarked = "Bookmarked"

    static let fetched = "Fetched"
    static let readAt = "Read at"
    static let earlier = "Earlier"

    /// "2 kept, read 24 Nov 2026 14:03 and 25 Nov 2026 09:10"
    static func earlier(_ moments: [String]) -> String {
        guard !moments.isEmpty else { return "no earlier version is kept" }
        let shown = list(moments.suffix(3).map { $0 })
        return "\(moments.count) kept, read \(moments.count > 3 ? "last " : "")\(shown)"
    }

    static let keptCopy = "the file is gone; this copy was kept with the bookmark"
    static let noFeedAnyMore = "none any more"
    static let noCountry = "no country"
    static let notGiven = "not given"
    static let yes = "yes"
    static let no = "no"

    static func length(_ words: Int, minutes: Int) -> String { "\(counted(words, .word)), \(minutes) min" }
    static func quotes(_ count: Int, ofSpeakers speakers: Int) -> String {
        "\(count), of \(counted(speakers, .speaker))"
    }

    // MARK: - What is said of going through stories, pages and marks

    // MARK: Moving

    static let noStoryHere = "There is no story here."
    static let noStoryToRead = "There is no story to read."
    static let onlyStory = "This is the only story."
    static let firstStory = "This is the first story."
    static let lastStory = "This is the last story."
    static let noUnreadAbove = "No unread story above."
    static let noUnreadBelow = "No unread story below."
    static let top = "This is the top."

    static func end(next key: String) -> String { "This is the end; \(key) goes to the next story." }
    static func quits(key: String) -> String { "\(key) quits." }
    static func clearsOrQuits(clear: String, quit: String) -> String { "\(clear) clears the filter, \(quit) quits." }

    // MARK: Marks: quotes, mentions and hits, of which a walk goes through one kind

    static let noStoryToWalk = "There is no story to walk through."
    static let backToHits = "Back to the hits."
    static let backToQuotes = "Back to the quotes."

    static func originalHasNo(_ mark: Thing, back key: String) -> String {
        "The original shows no \(mark.many); \(key) goes back."
    }

    static func noneBelow(_ mark: Thing) -> String { "No \(mark.one) below here." }
    static func noneAbove(_ mark: Thing) -> String { "No \(mark.one) above here." }
    static func first(_ mark: Thing) -> String { "This is the first \(mark.one)." }
    static func last(_ mark: Thing) -> String { "This is the last \(mark.one)." }
    static func last(_ mark: Thing, next key: String) -> String {
        "This is the last \(mark.one); \(key) goes to the next story that has it."
    }

    static func notNamedHere(_ name: String) -> String { "\(name) is not named here." }
    static func notInWordsShown(_ name: String) -> String { "\(name) is not named in the words shown." }
    static func notFoundHere(_ words: String, next key: String) -> String {
        "“\(words)” is not in this story; \(key) goes to the next."
    }

    /// Where a walk stands, in the footer; `place` is "4/13".
    static let noQuotes = "no quotes"
    static func quotes(_ count: Int, of speaker: String) -> String { "\(counted(count, .quote)) of \(speaker)" }
    static func named(_ name: String, times count: Int) -> String { "\(name) \(count)×" }
    static func found(_ words: String, times count: Int) -> String { "“\(words)” \(count)×" }
    static func notHere(_ words: String) -> String { "“\(words)” not here" }
    static func quote(at place: String) -> String { "quote \(place)" }
    static func quote(at place: String, of speaker: String) -> String { "quote \(place) of \(speaker)" }
    static func mention(of name: String, at place: String) -> String { "\(name) \(place)" }
    static func hit(of words: String, at place: String) -> String { "“\(words)” \(place)" }

    // MARK: One speaker

    static let noSpeakerSaid = "The story does not say who spoke here."
    static let allSpeakers = "The quotes of all speakers."

    static func chooseQuoteFirst(key: String) -> String {
        "\(key) chooses a quote; then its speaker can be picked out."
    }

    static func chooseQuoteFirst(tab key: String) -> String {
        "\(key) leads to the quotes; then the speaker of one can be picked out."
    }

    static func everyQuote(by speaker: String) -> String { "Every quote in this story is by \(speaker)." }
    static func onlyQuotes(of speaker: String, back key: String) -> String {
        "Only the quotes of \(speaker); \(key) shows all."
    }

    // MARK: - What is said of searches, filters, orders and countries

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

    // MARK: - What is said of what the user keeps, marks, copies and takes back

    // MARK: Bookmarks

    static let noStoryToBookmark = "There is no story to bookmark."
    static let bookmarkedStory = "Bookmarked the story."
    static let unbookmarkedStory = "Bookmark of the story taken back."
    static let unbookmarkedQuote = "Bookmark of the quote taken back."

    static func bookmarkedQuote(of speaker: String) -> String { "Bookmarked the quote of \(speaker)." }

    // MARK: Read marks

    static let noStoryToMark = "There is no story to mark."
    static let markedRead = "Marked read."
    static let markedUnread = "Marked unread."
    static let everyStoryRead = "Every story in the list is read."

    static func markedRead(_ stories: Int, undo key: String) -> String {
        "\(counted(stories, .story)) marked read; \(key) takes it back."
    }

    // MARK: Clipboard

    static let noStoryToCopy = "There is no story to copy from."
    static let copiedHeadline = "Sent the headline to the terminal’s clipboard."
    static let copiedLink = "Sent the link to the terminal’s clipboard."

    static func copiedHeadline(quotes key: String) -> String {
        "Sent the headline to the terminal’s clipboard; \(key) leads to the quotes."
    }

    /// - Parameter parts: "headline, source and date".
    static func copiedQuote(with parts: String) -> String {
        "To the terminal’s clipboard: quote, speaker, \(parts)."
    }

    /// The parts of a story's reference.
    static let headlinePart = "headline"
    static let sourcePart = "source"
    static let datePart = "date"
    static let linkPart = "link"

    /// A quote as it is pasted; `reference` is the story's headline, source, date and link.
    static func quote(_ words: String, by speaker: String, in reference: String) -> String {
        "“\(words)”\n— \(speaker), in \(reference)"
    }

    /// "Maarja Kask (Estonian Harbour Minister)"
    static func credit(_ name: String, _ role: String) -> String { "\(name) (\(role))" }

    // MARK: Undo

    static let nothingToUndo = "There is nothing to take back."
    static let nothingToRedo = "There is nothing to do again."
    static let takenBack = "Taken back"
    static let doneAgain = "Done again"

    /// What was done; `deed` is `takenBack` or `doneAgain`, `what` a headline, a quote or so many stories.
    static func madeRead(_ what: String, by deed: String) -> String { "\(deed): \(what) read." }
    static func madeUnread(_ what: String, by deed: String) -> String { "\(deed): \(what) unread." }
    static func madeKept(_ what: String, by deed: String) -> String { "\(deed): \(what) is kept again." }
    static func madeNotKept(_ what: String, by deed: String) -> String { "\(deed): \(what) is no longer kept." }
    static func quote(from headline: String) -> String { "a quote from “\(headline)”" }

    // MARK: - What is told of feeds, and how they do

    static let feedFacts = "This feed"
    static let feedName = "Name"
    static let feeds = "Feeds"
    static let stories = "Stories"
    static let query = "Query"
    static let folder = "Folder"
    static let tags = "Tags"
    static let lastAnswer = "Answered"
    static let lastNews = "Last news"
    static let failure = "Failed"
    static let gone = "Gone"
    static let movedTo = "Moved to"
    static let rhythm = "How much"
    static let size = "Size"
    static let interval = "Interval"
    static let fullText = "Full text"
    static let hidden = "Hidden"
    static let usual = "the usual"
    static let never = "never"
    static let noStories = "no stories"
    static let goneForGood = "gone for good"
    static let neverAnswered = "never fetched"

    static func lastAnswered(_ day: String) -> String { "last fetched on \(day)" }
    static func storyCount(_ stories: Int?, unread: Int) -> String {
        guard let stories else { return "not counted yet" }
        return unread == 0 ? "\(stories)" : "\(stories), \(unread) unread"
    }

    /// "failed 3 times: The server does not answer": without the full stop, as more may follow.
    static func failed(_ times: Int, _ reason: String) -> String { "failed " + often(times, reason) }

    /// "3 times: The server does not answer"
    static func often(_ times: Int, _ reason: String) -> String {
        let often = times <= 1 ? "once" : "\(times) times"
        return "\(often): \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)"
    }

    static func aWeek(_ number: Double) -> String {
        if number > 0, number < 0.05 { return "hardly any a week" }
        return "\(number < 10 ? tenths(number) : String(Int(min(number, 1e9).rounded()))) a week"
    }

    static func half(youngerThan seconds: Int) -> String {
        switch seconds {
        case ..<3_600: "half younger than \(minutes(max(1, seconds / 60)))"
        case ..<172_800: "half younger than \(hours(seconds / 3_600))"
        default: "half younger than \(days(seconds / 86_400))"
        }
    }

    static func bytes(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1_000) kB"
        default: "\(tenths(Double(bytes) / 1e6)) MB"
        }
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    // MARK: - What stands where there is nothing to show, and what would find more

    static let readingStories = "Reading stories …"
    static let noStoriesYet = "No stories here yet."
    static let filesAppear = "Article files appear here as soon as they are in the folder."
    static let openHelp = ":open PATH reads others, too."
    static let subscribeHelp = ":subscribe ADDRESS follows a feed."
    static let noBookmarks = "No bookmarks yet."
    static let allRead = "All read."
    static let nothingUnread = "Nothing is left unread here."
    static let noStoriesInFeed = "No stories in this feed."
    static let fetchingStories = "Fetching feeds …"
    static let nothingFetched = "No feed has been fetched yet."
    static let notFetched = "This feed has not been fetched yet."
    static let searching = "Searching …"

    static func fetchHelp(key: String) -> String { "\(key) fetches all feeds." }
    static func fetchFeedHelp(key: String) -> String { "\(key) fetches it." }
    static func noStoryFits(_ query: String) -> String { "No story fits “\(query)”." }

    static func readSoFar(_ done: Int, of total: Int) -> String { "\(done) of \(total) so far." }
    static func bookmarkHelp(key: String) -> String { "\(key) keeps the story that you are on." }
    static func clearHelp(key: String) -> String { "\(key) clears the filter." }
    static func endSearchHelp(key: String, clear: String) -> String {
        "\(key) ends the search, \(clear) clears everything."
    }

    /// What would find more.
    static let stillReading = "Stories are still being read; it may be in one of them."
    static let withoutQuotationMarks = "Without quotation marks the words may stand apart."
    static let fewerWords = "Fewer words find more."
    static let firstLetters = "The first letters of a word find it too."

    static func foundElsewhere(_ stories: Int) -> String {
        "\(counted(stories, .story)) outside this feed or filter would have it."
    }

    /// All that together left nothing: "No unread story here is about the Czech Republic and has “beer”."
    /// - Parameters:
    ///   - feed: the one looked in; nil for all of them.
    ///   - claims: what was asked of a story, as `isAbout`, `mentions` and `has` say it.
    static func noStory(isUnread: Bool, isBookmarked: Bool, in feed: String?, that claims: [String]) -> String {
        var words = ["No"]
        if isUnread { words.append("unread") }
        if isBookmarked { words.append("bookmarked") }
        words += ["story", feed.map { "in \($0)" } ?? "here"]
        if !claims.isEmpty { words.append(claims.joined(separator: " and ")) }
        return words.joined(separator: " ") + "."
    }

    static func isAbout(_ countries: String) -> String { "is about \(countries)" }
    static func mentions(_ countries: String) -> String { "mentions \(countries)" }
    static func has(_ words: String) -> String { "has “\(words)”" }

    /// The same of several stories, behind their number.
    static func about(_ countries: String) -> String { "about \(countries)" }
    static func thatMention(_ countries: String) -> String { "that mention \(countries)" }

    /// A country within a sentence, with its article: "the Czech Republic".
    static func inSentence(_ country: String) -> String {
        let kinds = ["Republic", "Kingdom", "States", "Emirates", "Islands", "Netherlands", "Philippines", "Bahamas"]
        let others = ["Gambia", "Maldives", "Comoros", "Seychelles"]
        let takesThe =
            country.split(separator: " ").contains { kinds.contains(String($0)) } || others.contains(country)
        return takesThe && !country.hasPrefix("The ") ? "the " + country : country
    }

    // MARK: - The help about keys, and the list of problems

    // MARK: Problems

    static let nothingFailed = "Nothing has failed."

    /// "3 times in a row; last fetched on 2026-11-26. (404)"
    /// - Parameter day: the last one on which it did not; nil for never.
    static func failed(_ times: Int, since day: String?, _ cause: String) -> String {
        let often = times == 1 ? "Once" : "\(times) times in a row"
        let words = "\(often); \(day.map { "last fetched on \($0)" } ?? "never fetched")."
        return cause.isEmpty ? words : "\(words) (\(cause))"
    }

    // MARK: Help

    static let noSuchKey = "No key does that here."

    /// How counts work: digits are not bindings, so their help stands here.
    static let countHelp = "a number before a key repeats it; 0 first where 1, 2 or 3 would open a tab"

    static func keys(in place: Place) -> String { "Keys in the \(place.name)" }

    /// - Parameter scrolling: the keys that scroll.
    static func helpHint(scrolling keys: String) -> String { "type to narrow · \(keys) scroll · Esc closes" }

    /// "in the stories and article": where a key of many meanings has this one.
    static func only(in places: [Place]) -> String { "in the \(places.map(\.name).joined(separator: " and "))" }

    static func name(of chapter: Binding.Chapter) -> String {
        switch chapter {
        case .moving: "Moving"
        case .reading: "Reading"
        case .keeping: "Keeping"
        case .finding: "Finding"
        case .looking: "Looking"
        case .leaving: "Leaving"
        }
    }

    static func name(of place: Place) -> String {
        switch place {
        case .feeds: "feeds"
        case .stories: "stories"
        case .article: "article"
        case .panel: "side panel"
        case .search: "search"
        case .command: "command line"
        case .countries: "countries"
        case .map: "world map"
        case .help: "help"
        case .card: "name’s card"
        case .facts: "facts"
        case .links: "list of links"
        case .problems: "problems"
        }
    }

    // MARK: - What answers commands, and what they change: subscriptions and settings

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

    // MARK: - Plain mode: the reader without a screen. Its commands' help stands in `PlainForm`

    static let greeting = "A number reads that story; help tells the commands."
    static let thatWasAll = "That was all."
    static let moreFollows = "More follows: press Enter."
    static let nothingToSet = "There is nothing to set without a screen."
    static let noSuchLinkTold = "There is no such link; “links” tells them."

    static func more(_ stories: Int) -> String { "\(counted(stories, .story)) more: press Enter." }
    static func needsNumber(_ command: String) -> String { "“\(command)” needs a number behind it." }
    static func needsScreen(_ command: String) -> String { "“\(command)” changes the screen, and there is none here." }
    static func noStory(_ number: Int, of stories: Int) -> String {
        "There is no story \(number); there are \(counted(stories, .story))."
    }

    static func noSuchQuote(of quotes: Int) -> String { "There is no such quote; there are \(quotes)." }
    static func noSuchName(of names: Int) -> String { "There is no such name; there are \(names)." }
    static let readAlready = "The story is read already."
    static let unreadAlready = "The story is unread already."

    static let numberHelp = "A number reads that story of the list."
    static let cutHelp = "A name may be cut short where only one command begins so."

    /// "next-story or J: reads the next story."
    static func help(_ command: String, key: String?, _ help: String) -> String {
        "\(command)\(key.map { " or \($0)" } ?? ""): \(help)."
    }

    // MARK: The list of stories, told

    static let bestFirstTold = "the best first"

    static func sortedTold(by order: String) -> String { "sorted by \(order)" }

    /// "5 stories in Unread about Ukraine with “border”, bookmarked ones only, 2 unread, sorted by newest."
    /// - Parameters:
    ///   - feed, countries, words: what narrows the list; nil for nothing. `countries` as `about` says it.
    ///   - order: `bestFirstTold` or `sortedTold`.
    static func listed(
        _ stories: Int, in feed: String?, _ countries: String?, with words: String?, isBookmarkedOnly: Bool,
        unread: Int, _ order: String
    ) -> String {
        counted(stories, .story) + (feed.map { " in \($0)" } ?? "") + (countries.map { " \($0)" } ?? "")
            + (words.map { " with “\($0)”" } ?? "") + (isBookmarkedOnly ? ", bookmarked ones only" : "")
            + ", \(unread) unread, \(order)."
    }

    /// What is told of a story in the list.
    static let unreadTold = "unread"
    static let bookmarkedTold = "bookmarked"
    static let quoteBookmarkedTold = "a quote bookmarked"

    static func minutesTold(_ number: Int) -> String { "\(number) min" }
    static func aboutTold(_ countries: String) -> String { "About \(countries)." }

    static let noStoryAboutCountries = "No story is about a country."

    static func countriesTold(_ count: Int) -> String { "\(counted(count, .country)). “country NAME” keeps one." }
    static func told(country name: String, code: String, stories: Int) -> String {
        "\(name), \(code): \(counted(stories, .story))."
    }

    static func told(feed name: String, stories: Int, unread: Int) -> String {
        "\(name): \(counted(stories, .story))\(unread > 0 ? ", \(unread) unread" : "")."
    }

    static func told(smart name: String) -> String { "\(name): a search; “feed \(name)” tells its stories." }

    static func told(problems: Int) -> String { "\(counted(problems, .problem))." }

    // MARK: A story, told

    static let bookmarkedSentence = "Bookmarked."
    static let endOfStory = "End of the story."
    static let noOwnPage = "The story names no page of its own."

    static func ownPage(_ link: String) -> String { "The story’s own page: \(link)" }

    /// "11 quotes, 7 names."
    static func told(quotes: Int, names: Int) -> String { "\(counted(quotes, .quote)), \(counted(names, .name))." }

    /// "11 quotes in “Headline”."
    static func told(_ count: Int, _ thing: Thing, in headline: String) -> String {
        "\(counted(count, thing)) in “\(headline)”."
    }

    /// A mark, by its number among so many, and its words or those around it.
    static func told(quote number: Int, of count: Int, _ words: String) -> String {
        "Quote \(number) of \(count). \(words)"
    }

    static func told(mentionOf name: String, _ number: Int, of count: Int, _ words: String) -> String {
        "\(name), mention \(number) of \(count). \(words)"
    }

    static func told(hitOf searched: String, _ number: Int, of count: Int, _ words: String) -> String {
        "“\(searched)”, hit \(number) of \(count). \(words)"
    }

    static func told(name: String, _ role: String?, mentions: Int) -> String {
        "\(name)\(role.map { ", \($0)" } ?? ""), \(counted(mentions, .mention))."
    }

    static func told(country name: String, code: String, isAbout: Bool, mentions: Int) -> String {
        "\(name), \(code)\(isAbout ? ", the story is about it" : ""), \(counted(mentions, .mention))."
    }

    /// Who said what; `words` stand in quotation marks.
    static func told(unattributed words: String) -> String { "The text does not say who: \(words)" }
    static func told(goingOn words: String, by speaker: String) -> String { "\(speaker) goes on: \(words)" }
    static func told(_ words: String, by speaker: String) -> String { "\(speaker): \(words)" }
    static func told(_ words: String, by speaker: String, cue: String) -> String { "\(speaker) \(cue): \(words)" }
    static func told(quoted words: String, by speaker: String) -> String { "\(speaker), as quoted: \(words)" }

    /// What stands behind a quote in the text: " [quote 3, Ana Lima]".
    static func label(ofQuote number: Int, by speaker: String?) -> String {
        " [quote \(number)\(speaker.map { ", \($0)" } ?? "")]"
    }
}
