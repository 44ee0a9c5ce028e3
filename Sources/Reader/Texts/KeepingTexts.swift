/// What is said of what the user keeps, marks, copies and takes back.
extension Texts {
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
}
