import Newsroom

/// What a round of fetching came to, in one sentence.
struct RefreshSummary: Hashable {
    var new = 0
    var edited = 0
    /// Feeds that had something.
    var telling = 0
    /// Feeds that had nothing new.
    var unchanged = 0
    var failed = 0
    /// Feeds whose servers want to be.
    var leftAlone = 0
    var cancelled = 0

    /// Whether no feed was asked.
    var isEmpty: Bool { telling + unchanged + failed + leftAlone + cancelled == 0 }

    mutating func add(_ outcome: FeedResult.Outcome) {
        switch outcome {
        case .new(let stories, let edited):
            new += stories
            self.edited += edited
            if stories + edited == 0 { unchanged += 1 } else { telling += 1 }
        case .unchanged: unchanged += 1
        case .failed: failed += 1
        case .leftAlone: leftAlone += 1
        case .cancelled: cancelled += 1
        }
    }

    /// Of a round in which feeds were asked: "12 new stories and 1 edited from 3 feeds; 5 feeds had nothing new, 1 failed."
    var words: String {
        var rest: [String] = []
        // "feeds" stands once.
        func add(_ count: Int, _ words: String) {
            if count == 0 { return }
            rest.append("\(rest.isEmpty ? counted(count, "feed", "feeds") : String(count)) \(words)")
        }
        add(unchanged, "had nothing new")
        add(failed, "failed")
        add(leftAlone, leftAlone == 1 ? "was left alone" : "were left alone")
        add(cancelled, cancelled == 1 ? "was not fetched" : "were not fetched")
        let others = rest.joined(separator: ", ")
        if telling == 0 { return "No new stories: \(others)." }
        return "\(stories) from \(counted(telling, "feed", "feeds"))\(others.isEmpty ? "" : "; \(others)")."
    }

    private var stories: String {
        if new == 0 { return counted(edited, "edited story", "edited stories") }
        return counted(new, "new story", "new stories") + (edited == 0 ? "" : " and \(edited) edited")
    }
}

/// "1 story", "2 stories".
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
