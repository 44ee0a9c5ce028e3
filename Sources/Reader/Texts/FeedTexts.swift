/// What is told of feeds, and how they do.
extension Texts {
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
}
