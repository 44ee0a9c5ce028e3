/// A moment as a query names it. It stays as it was written: "2d" in a smart feed is always two days before now.
package enum QueryMoment: Hashable, Sendable {
    /// So long before now: "3h".
    case ago(Int, Unit)
    case today, yesterday
    case weekday(Weekday)
    /// A day, a whole month or a whole year of the Gregorian calendar: "2026-01-31", "2026-01", "2026".
    case calendar(year: Int, month: Int?, day: Int?)

    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case minute, hour, day, week, month, year

        /// As it is written behind the number.
        var letters: String { self == .minute ? "min" : String(rawValue.prefix(1)) }

        /// - Parameter name: in small letters: "d", "day", "days". "m" is a month.
        init?(named name: String) {
            let unit = Unit.allCases.first { [$0.letters, $0.rawValue, $0.rawValue + "s"].contains(name) }
            if let unit {
                self = unit
            } else if let unit = ["mins": Unit.minute, "mo": .month, "wk": .week, "yr": .year][name] {
                self = unit
            } else {
                return nil
            }
        }
    }

    /// The last one that was, today at the latest.
    package enum Weekday: String, Hashable, Sendable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// More of any unit than a library has.
    static let most = 9_999

    /// - Parameter written: "2d", "3 hours", "yesterday", "mon", "2026-01-31", "2026/1/31", "2026-01".
    package init?(_ written: String) {
        let word = written.lowercased().filter { $0 != " " }
        if word == "today" || word == "yesterday" {
            self = word == "today" ? .today : .yesterday
        } else if word == "now" {
            self = .ago(0, .minute)
        } else if word.utf8.count > 2, let day = Weekday.allCases.first(where: { $0.rawValue.hasPrefix(word) }) {
            self = .weekday(day)
        } else {
            self.init(numbers: word)
        }
    }

    private init?(numbers word: String) {
        let digits = word.utf8.prefix { 0x30...0x39 ~= $0 }
        guard !digits.isEmpty, let first = Int(word.prefix(digits.count)) else { return nil }
        let rest = word.dropFirst(digits.count)
        if let unit = Unit(named: String(rest)) {
            guard first <= Self.most else { return nil }
            self = .ago(first, first == 0 ? .minute : unit)
            return
        }
        let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
        guard areDigits, digits.count == 4, parts.count <= 3, parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 })
        else { return nil }
        let month = parts.count > 1 ? Int(parts[1]) : nil
        let day = parts.count > 2 ? Int(parts[2]) : nil
        guard Timestamp(year: first, month: month ?? 1, day: day ?? 1) != nil else { return nil }
        self = .calendar(year: first, month: month, day: day)
    }
}

extension QueryMoment: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ago(0, _): "now"
        case .ago(let count, let unit): "\(count)\(unit.letters)"
        case .today: "today"
        case .yesterday: "yesterday"
        case .weekday(let day): day.rawValue
        case .calendar(let year, let month, let day):
            ([Self.digits(year, 4)] + [month, day].compactMap { $0.map { Self.digits($0, 2) } }).joined(separator: "-")
        }
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

/// Which moments a query asks for.
package enum QueryPeriod: Hashable, Sendable {
    /// From the moment's start on.
    case since(QueryMoment)
    /// Before the moment's start.
    case before(QueryMoment)
    /// Within the day, month or year; for "3h", within the day it was then.
    case on(QueryMoment)
}
