package import News

/// What time it is for the person at the screen, told from outside.
package struct Clock: Hashable, Sendable {
    package let now: Timestamp
    /// Seconds that the local time is ahead of UTC.
    package let ahead: Int

    package init(now: Timestamp, ahead: Int) {
        self.now = now
        self.ahead = ahead
    }

    /// A little ahead of now is now: the clock is told once a minute, and a publisher's may go wrong by an hour.
    private static let skew = 3_600

    /// "14:03", local.
    var time: String { time(of: now) }

    /// "26 Nov 2026, 14:03", local.
    func moment(_ moment: Timestamp) -> String {
        Timestamp(seconds: moment.seconds + ahead).shortDay + ", " + time(of: moment)
    }

    private func time(of moment: Timestamp) -> String {
        let seconds = ((moment.seconds + ahead) % 86_400 + 86_400) % 86_400
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60))"
    }

    /// How long ago a moment was, as short as a row of the list wants it: "5 min", "3 h", "2 d"; the day itself after a week
    /// and for what lies ahead.
    func age(of moment: Timestamp) -> String {
        let seconds = now.seconds - moment.seconds
        // Midnight is most often a day without a time: hours would say more than is known.
        if moment.seconds % 86_400 == 0, 0..<86_400 ~= seconds { return Texts.today }
        switch seconds {
        case -Self.skew..<0: return Texts.now
        case 0..<3_600: return Texts.minutes(max(1, seconds / 60))
        case 3_600..<86_400: return Texts.hours(seconds / 3_600)
        case 86_400..<604_800: return Texts.days(seconds / 86_400)
        default: return moment.nearDay(seenFrom: now)
        }
    }
}

/// Something that failed, and when the reader was told.
struct ToldProblem: Hashable, Sendable {
    let problem: Problem
    /// "14:03"; nil when nobody knew.
    let time: String?
    /// The id of the feed that it is about, until that answers again; nil for other problems.
    var feed: String?
}
