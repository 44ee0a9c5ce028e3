extension QueryMoment {
    /// Its beginning, as `since:` has it.
    /// - Parameter ahead: seconds that the local time is ahead of UTC.
    package func start(now: Timestamp, ahead: Int) -> Timestamp? {
        QueryCalendar(now: now, ahead: ahead).bounds(of: .since(self)).from
    }
}

/// Finds the moments that a query names, seen from one moment in one time zone.
struct QueryCalendar {
    private let now: Timestamp
    /// Seconds that the local time is ahead of UTC.
    private let ahead: Int

    private static let secondsOfDay = 86_400

    init(now: Timestamp, ahead: Int) {
        self.now = now
        self.ahead = ahead
    }

    /// The first moment of a period and the first behind it; nil where it has no such end.
    func bounds(of period: QueryPeriod) -> (from: Timestamp?, before: Timestamp?) {
        switch period {
        case .since(let moment): (start(of: moment), nil)
        case .before(let moment): (nil, start(of: moment))
        case .on(let moment): (dayStart(of: moment), end(of: moment))
        }
    }

    private func start(of moment: QueryMoment) -> Timestamp {
        guard case .ago(let count, let unit) = moment else { return dayStart(of: moment) }
        return ago(count, unit)
    }

    /// The start of the day, month or year.
    private func dayStart(of moment: QueryMoment) -> Timestamp {
        switch moment {
        case .ago(let count, let unit): return utc(localDay(of: ago(count, unit)))
        case .today: return utc(localDay(of: now))
        case .yesterday: return utc(localDay(of: now) - 1)
        case .weekday(let day):
            let today = localDay(of: now)
            // 1970-01-01 was a Thursday, the fourth day of the week counted from 1.
            let weekday = Self.remainder(today + 3, 7)
            let wanted = QueryMoment.Weekday.allCases.firstIndex(of: day) ?? 0
            return utc(today - Self.remainder(weekday - wanted, 7))
        case .calendar(let year, let month, let day): return utc(Self.day(year, month ?? 1, day ?? 1))
        }
    }

    private func end(of moment: QueryMoment) -> Timestamp {
        switch moment {
        case .calendar(let year, nil, _): utc(Self.day(year + 1, 1, 1))
        case .calendar(let year, .some(let month), nil): utc(Self.day(year, month + 1, 1))
        default: Timestamp(seconds: dayStart(of: moment).seconds + Self.secondsOfDay)
        }
    }

    private func ago(_ count: Int, _ unit: QueryMoment.Unit) -> Timestamp {
        switch unit {
        case .minute: return Timestamp(seconds: now.seconds - count * 60)
        case .hour: return Timestamp(seconds: now.seconds - count * 3_600)
        case .day: return Timestamp(seconds: now.seconds - count * Self.secondsOfDay)
        case .week: return Timestamp(seconds: now.seconds - count * 7 * Self.secondsOfDay)
        case .month, .year:
            let today = localDay(of: now)
            let (year, month, day) = Self.civil(today)
            let then = Self.day(year, month - count * (unit == .year ? 12 : 1), day)
            return Timestamp(seconds: now.seconds - (today - then) * Self.secondsOfDay)
        }
    }

    /// Days since 1970-01-01 in local time.
    private func localDay(of moment: Timestamp) -> Int {
        let local = moment.seconds + ahead
        return (local - Self.remainder(local, Self.secondsOfDay)) / Self.secondsOfDay
    }

    /// Midnight of a local day.
    private func utc(_ day: Int) -> Timestamp { Timestamp(seconds: day * Self.secondsOfDay - ahead) }

    /// Days since 1970-01-01. Months may be any number, counted on into other years; a day that its month does not have is
    /// the month's last one: a month before 31 March is the end of February. Nothing is earlier than the year 1.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let months = max(12, year * 12 + month - 1)
        let (year, month) = (months / 12, months % 12 + 1)
        for day in stride(from: day, to: 0, by: -1) {
            if let moment = Timestamp(year: year, month: month, day: day) { return moment.seconds / secondsOfDay }
        }
        // Behind the year 9999 there is only its end.
        return (Timestamp(year: 9_999, month: 12, day: 31)?.seconds ?? 0) / secondsOfDay + 1
    }

    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let parts = Timestamp(seconds: day * secondsOfDay).day.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? (parts[0], parts[1], parts[2]) : (1970, 1, 1)
    }

    /// Never negative.
    private static func remainder(_ number: Int, _ divisor: Int) -> Int {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
