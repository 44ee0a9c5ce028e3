import News

/// A moment as feeds write it: RFC 822 and ISO 8601 in all their forms and with the mistakes that are met, days and
/// months in other languages than English, and what people write (`timestamp(from:)`).
///
/// A day that its month does not have counts on into the next, as clocks do. Nil when a part of it makes no sense ("25:14"):
/// half of a date would be a wrong one. A time without a zone is read as UTC.
func feedTimestamp(from text: String) -> Timestamp? {
    var text = text
    return text.withUTF8 { bytes in
        let words = DateWords(bytes)
        switch isoMoment(words) {
        case .moment(let moment): return moment
        case .nonsense: return nil
        case .otherwise: break
        }
        switch mailMoment(words) {
        case .moment(let moment): return moment
        case .nonsense: return nil
        case .otherwise: break
        }
        return timestamp(from: String(decoding: bytes.prefix(200), as: UTF8.self))
    }
}

/// What a way of writing makes of a date.
enum DateReading {
    case moment(Timestamp)
    /// It is written so, but is no date.
    case nonsense
    case otherwise
}

/// The bytes of a date without the blanks around it, and a place in them.
struct DateWords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at: Int
    private let end: Int

    /// - Parameter bytes: only looked at as long as this is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var (start, end) = (0, min(bytes.count, 200))
        while start < end, bytes[start].isBlank { start += 1 }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        (at, self.end) = (start, end)
    }

    var isAtEnd: Bool { at >= end }
    /// 0 at the end.
    var next: UInt8 { at < end ? bytes[at] : 0 }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign), at < end else { return false }
        at += 1
        return true
    }

    mutating func skip(while isSkipped: (UInt8) -> Bool) {
        while at < end, isSkipped(bytes[at]) { at += 1 }
    }

    mutating func skipBlanks() { skip { $0.isBlank } }

    /// A run of digits; nil when there is none, or more than nine.
    mutating func number() -> (value: Int, digits: Int)? {
        let start = at
        var value = 0
        while at < end, bytes[at].isDigit, at - start < 10 {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return 1...9 ~= at - start ? (value, at - start) : nil
    }

    /// A run of letters in small letters; empty when there is none.
    mutating func word() -> String {
        let start = at
        skip { $0.isLetter || $0.isHigh }
        return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    }

    /// The place of a month whose English name begins with the next three letters, 1 to 12, and its letters are passed.
    mutating func englishMonth() -> Int? {
        guard at + 3 <= end else { return nil }
        let key =
            UInt32(bytes[at] | 0x20) << 16 | UInt32(bytes[at + 1] | 0x20) << 8 | UInt32(bytes[at + 2] | 0x20)
        guard let month = monthKeys.firstIndex(of: key) else { return nil }
        skip { $0.isLetter }
        return month + 1
    }
}

/// "jan", "feb" … as numbers.
private let monthKeys: [UInt32] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

extension Timestamp {
    /// - Parameters:
    ///   - day: 1 to 31, whatever the month has.
    ///   - second: to 60, the leap second.
    ///   - east: minutes that the zone is ahead of UTC.
    init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, east: Int) {
        guard 1...31 ~= day, 0...24 ~= hour, hour < 24 || minute + second == 0,
            let first = Timestamp(year: year, month: month, day: 1, minute: minute, second: second)
        else { return nil }
        self.init(seconds: first.seconds + (day - 1) * 86_400 + hour * 3_600 - east * 60)
    }
}

/// "10:15", "10:15:30", "10:15:30.250", with one digit too.
struct DayTime {
    var hour = 0
    var minute = 0
    var second = 0

    /// Nil when no time stands there.
    init?(_ words: inout DateWords) {
        guard let hours = words.number(), hours.digits <= 2, words.take(":"), let minutes = words.number(),
            minutes.digits <= 2
        else { return nil }
        (hour, minute) = (hours.value, minutes.value)
        if words.take(":") {
            guard let seconds = words.number(), seconds.digits <= 2 else { return nil }
            second = seconds.value
            if words.take(".") || words.take(",") { words.skip { $0.isDigit } }
        }
        guard hour <= 24, minute < 60, second <= 60 else { return nil }
    }
}

/// Minutes east of UTC: "+01:00", "-0500", "+1", "GMT", "EST", "GMT+2"; 0 for names that nobody knows.
///
/// - Returns: nil for nonsense behind a sign.
func zoneOffset(_ words: inout DateWords) -> Int? {
    words.skipBlanks()
    if words.isAtEnd { return 0 }
    if words.next.isLetter {
        let name = words.word()
        let isUniversal = name == "gmt" || name == "utc" || name == "z"
        guard isUniversal, words.next == UInt8(ascii: "+") || words.next == UInt8(ascii: "-") else {
            return feedZones[name] ?? 0
        }
    }
    let isEast = words.take("+")
    guard isEast || words.take("-") else { return 0 }
    guard let first = words.number() else { return nil }
    var (hours, minutes) = (first.value, 0)
    if first.digits > 2 {
        (hours, minutes) = (first.value / 100, first.value % 100)
    } else if words.take(":") {
        guard let rest = words.number() else { return nil }
        minutes = rest.value
    }
    guard hours < 24, minutes < 60 else { return nil }
    return (isEast ? 1 : -1) * (hours * 60 + minutes)
}

/// In minutes. Names of RFC 822 and of those who write feeds, which mean winter unless they say summer.
private let feedZones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "mez": 60, "met": 60, "wat": 60,
    "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "eat": 180,
    "trt": 180, "gst": 240, "pkt": 300, "ist": 330, "wib": 420, "ict": 420, "hkt": 480, "sgt": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "nt": -210, "nst": -210, "ndt": -150,
    "at": -240, "ast": -240, "adt": -180, "et": -300, "est": -300, "edt": -240, "ct": -360, "cst": -360, "cdt": -300,
    "mt": -420, "mst": -420, "mdt": -360, "pt": -480, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
    "hst": -600, "brt": -180, "art": -180, "clt": -240,
]
