import Glibc
import JSONText
import News
import Newsroom

extension FeedHealth {
    /// "fetched 2026-11-26 20:58", "14 stories", "9.8 a week": what a person wants to know first.
    var words: [String] {
        guard let checked else { return ["not fetched yet"] }
        var words: [String] = []
        if let failure {
            let count = failures == 1 ? "failed" : "failed \(failures) times, last"
            words.append("\(count) \(checked.localMinute): \(failure.summary.withoutStop)")
            words.append(succeeded.map { "last success \($0.localMinute)" } ?? "no success yet")
        } else {
            words.append("fetched \(checked.localMinute)")
        }
        if let note { words.append(note.lowercasedSentence) }
        if isGone { words.append("gone for good") }
        if let movedTo { words.append("moved to \(FeedAddress.withoutSignIn(movedTo))") }
        words.append(counted(stories, "story", "stories"))
        if stories > 1, weekly > 0 {
            words.append("\(weekly < 10 ? tenths(of: weekly) : String(Int(weekly.rounded()))) a week")
        }
        if let medianAge {
            words.append(stories > 1 ? "half of them younger than \(age(medianAge))" : "\(age(medianAge)) old")
        }
        if let size { words.append(bytes(size)) }
        return words
    }

    func write(to json: inout JSONWriter) {
        json.field("checked", checked?.iso8601)
        json.field("succeeded", succeeded?.iso8601)
        json.field("changed", changed?.iso8601)
        json.field("failures", failures)
        json.field("failure", failure?.summary)
        json.field("note", note)
        json.field("gone", isGone)
        json.field("moved_to", movedTo.map { FeedAddress.withoutSignIn($0) })
        json.field("stories", stories)
        json.field("stories_a_week") { $0.value(.number(tenths(of: weekly))) }
        if let medianAge { json.field("median_age_seconds", medianAge) }
        if let size { json.field("bytes", size) }
    }
}

/// "9.8", "10".
func tenths(of number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
}

/// "5 minutes", "9 hours", "12 days".
func age(_ seconds: Int) -> String {
    switch seconds {
    case ..<90: "a minute"
    case ..<5_400: "\((seconds + 30) / 60) minutes"
    case ..<172_800: counted((seconds + 1_800) / 3_600, "hour", "hours")
    default: "\((seconds + 43_200) / 86_400) days"
    }
}

/// "640 bytes", "12 kB", "1.4 MB".
func bytes(_ count: Int) -> String {
    switch count {
    case ..<1_000: counted(count, "byte", "bytes")
    case ..<999_500: "\((count + 500) / 1_000) kB"
    default: "\(tenths(of: Double(count) / 1e6)) MB"
    }
}

extension String {
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// As it goes on in a list.
    fileprivate var lowercasedSentence: String { prefix(1).lowercased() + withoutStop.dropFirst() }
}

extension Timestamp {
    /// Where the user is: "2026-11-26 20:58".
    var localMinute: String {
        var moment = seconds
        var local = tm()
        localtime_r(&moment, &local)
        return String(Timestamp(seconds: seconds + local.tm_gmtoff).iso8601.prefix(16).map { $0 == "T" ? " " : $0 })
    }
}
