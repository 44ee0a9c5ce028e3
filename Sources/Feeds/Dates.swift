package import News

/// A moment as feeds, pages and people write it: RFC 822 ("Tue, 12 Mar 2024 10:15:00 GMT"), ISO 8601
/// ("2024-03-12T10:15+01:00"), "12 March 2024", "March 12th, 2024 at 10:15 p.m. ET", "12.03.2024".
///
/// Nil when there is no whole date in it, or when day and month cannot be told apart ("04/05/2024").
/// A time without a zone is read as UTC, a date without a time as midnight.
package func timestamp(from text: String) -> Timestamp? {
    let bytes = Array(text.utf8.prefix(200))
    return writtenDate(in: bytes, 0..<bytes.count)?.timestamp
}

/// A date found in a text, and the place of its words.
struct WrittenDate {
    let timestamp: Timestamp
    /// From the first word of date, time or zone to the last.
    let range: Range<Int>
}

/// The first date in a range of a text.
func writtenDate(in bytes: [UInt8], _ range: Range<Int>) -> WrittenDate? {
    let words = dateTokens(in: bytes, range)
    for index in words.indices {
        guard let day = calendarDate(words, index) else { continue }
        var end = day.next
        var start = index
        var time = clockTime(words, skippingJoints(words, end))
        if let found = time {
            end = found.next
        } else if let (found, first) = clockTimeBefore(words, index) {
            time = found
            start = first
        }
        if let weekday = weekday(words, before: start) { start = weekday }
        guard let midnight = Timestamp(year: day.year, month: day.month, day: day.day) else { continue }
        let offset = time?.zone.minutes(inMonth: day.month) ?? 0
        let seconds = (time?.seconds ?? 0) - offset * 60
        return WrittenDate(
            timestamp: Timestamp(seconds: midnight.seconds + seconds),
            range: words[start].range.lowerBound..<words[end - 1].range.upperBound)
    }
    return nil
}

/// "Tuesday" of "Tuesday 12 March", "Tue, 12 March", "Tue. 12 March".
private func weekday(_ tokens: [DateToken], before start: Int) -> Int? {
    var at = start - 1
    while at > 0, tokens[at].isMark(",") || tokens[at].isMark(".") { at -= 1 }
    guard at >= 0, let word = tokens[at].word, weekdays.contains(word) else { return nil }
    return at
}

/// A day as written.
private struct Day {
    let year: Int
    let month: Int
    let day: Int
    /// The token after it.
    let next: Int
}

private struct DateToken {
    let kind: Kind
    let range: Range<Int>
    /// Whether nothing stands between it and the token before.
    let isJoined: Bool

    enum Kind: Equatable {
        case number(Int, digits: Int)
        /// In small letters.
        case word(String)
        case mark(UInt8)
    }

    var number: Int? {
        if case .number(let number, _) = kind { number } else { nil }
    }
    var digits: Int {
        if case .number(_, let digits) = kind { digits } else { 0 }
    }
    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }
    func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: character)) }
}

private func dateTokens(in bytes: [UInt8], _ range: Range<Int>) -> [DateToken] {
    var tokens: [DateToken] = []
    var at = range.lowerBound
    var lastEnd = -1
    while at < range.upperBound {
        let start = at
        var kind: DateToken.Kind?
        if bytes[at].isDigit {
            var number = 0
            while at < range.upperBound, bytes[at].isDigit {
                number = min(number * 10 + Int(bytes[at] - 0x30), 1_000_000_000)
                at += 1
            }
            kind = .number(number, digits: at - start)
        } else if bytes[at].isLetter || bytes[at] >= 0xC3 {
            while at < range.upperBound, bytes[at].isLetter || bytes[at].isHigh { at += 1 }
            kind = .word(String(decoding: bytes[start..<at].prefix(24).map(\.lowercased), as: UTF8.self))
        } else {
            if !bytes[at].isBlank, bytes[at] < 0x80 { kind = .mark(bytes[at]) }
            at += 1
        }
        if let kind {
            tokens.append(DateToken(kind: kind, range: start..<at, isJoined: lastEnd == start))
            lastEnd = at
        }
    }
    return tokens
}

private func calendarDate(
    _ tokens: [DateToken], _ index: Int
) -> Day? {
    func token(_ offset: Int) -> DateToken? { index + offset < tokens.count ? tokens[index + offset] : nil }
    func number(_ offset: Int) -> Int? { token(offset)?.number }
    guard let first = token(0) else { return nil }

    if first.digits == 4, let year = first.number, 1900...2100 ~= year, let mark = token(1), mark.isJoined,
        let month = number(2), let second = token(3), second.isJoined, second.kind == mark.kind, let day = number(4),
        mark.isMark("-") || mark.isMark("/") || mark.isMark("."), 1...12 ~= month
    {
        return Day(year: year, month: month, day: day, next: index + 5)
    }
    // "2024年3月12日", "2024년 3월 12일"
    if first.digits == 4, let year = first.number, 1900...2100 ~= year, let month = number(2), 1...12 ~= month,
        let day = number(4),
        token(1)?.word == "年" && token(3)?.word == "月" || token(1)?.word == "년" && token(3)?.word == "월"
    {
        return Day(year: year, month: month, day: day, next: min(index + 6, tokens.count))
    }
    if first.digits == 8, let packed = first.number, 1900...2100 ~= packed / 10_000, 1...12 ~= packed / 100 % 100,
        token(1)?.word == "t"
    {
        return Day(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100, next: index + 1)
    }
    if let day = first.number, first.digits <= 2, 1...31 ~= day {
        if let numeric = numericDate(tokens, index, day) { return numeric }
        return dayThenMonth(tokens, index, day)
    }
    if let word = first.word, let month = months[word] { return monthThenDay(tokens, index, month) }
    return nil
}

/// "12.03.2024", "13/03/2024", "03-13-2024".
private func numericDate(
    _ tokens: [DateToken], _ index: Int, _ first: Int
) -> Day? {
    guard index + 4 < tokens.count, tokens[index + 1].isJoined, tokens[index + 3].kind == tokens[index + 1].kind,
        let second = tokens[index + 2].number, tokens[index + 4].digits == 4, let year = tokens[index + 4].number,
        1900...2100 ~= year
    else { return nil }
    let mark = tokens[index + 1]
    if mark.isMark(".") { return second <= 12 ? Day(year: year, month: second, day: first, next: index + 5) : nil }
    guard mark.isMark("/") || mark.isMark("-") else { return nil }
    if first > 12, second <= 12 { return Day(year: year, month: second, day: first, next: index + 5) }
    if second > 12, first <= 12 { return Day(year: year, month: first, day: second, next: index + 5) }
    return first == second ? Day(year: year, month: first, day: second, next: index + 5) : nil
}

/// "12 March 2024", "12th of March, 2024", "12-Mar-2024", "12 Mar 24 10:15", "12. März 2024", "12 de março de 2024".
private func dayThenMonth(
    _ tokens: [DateToken], _ index: Int, _ day: Int
) -> Day? {
    var at = index + 1
    if at < tokens.count, let word = tokens[at].word, ordinals.contains(word) { at += 1 }
    func skip(_ marks: String) {
        while at < tokens.count {
            let isMark = marks.unicodeScalars.contains { tokens[at].isMark($0) }
            guard isMark || tokens[at].word.map(ofWords.contains) ?? false else { return }
            at += 1
        }
    }
    skip(".-")
    guard at < tokens.count, let word = tokens[at].word, let month = months[word] ?? foreignMonths[word] else {
        return nil
    }
    at += 1
    skip(".,-")
    guard at < tokens.count, let year = tokens[at].number else { return nil }
    if tokens[at].digits == 4, 1900...2100 ~= year { return Day(year: year, month: month, day: day, next: at + 1) }
    // RFC 822 allows two digits; elsewhere they could be anything, so a time must follow.
    if tokens[at].digits == 2, clockTime(tokens, at + 1) != nil {
        return Day(year: year < 70 ? 2000 + year : 1900 + year, month: month, day: day, next: at + 1)
    }
    return nil
}

/// "March 12, 2024", "Mar. 12th 2024".
private func monthThenDay(
    _ tokens: [DateToken], _ index: Int, _ month: Int
) -> Day? {
    var at = index + 1
    if at < tokens.count, tokens[at].isMark(".") { at += 1 }
    guard at < tokens.count, let day = tokens[at].number, tokens[at].digits <= 2, 1...31 ~= day else { return nil }
    at += 1
    if at < tokens.count, let word = tokens[at].word, ordinals.contains(word) { at += 1 }
    if at < tokens.count, tokens[at].isMark(",") { at += 1 }
    guard at < tokens.count, tokens[at].digits == 4, let year = tokens[at].number, 1900...2100 ~= year else {
        return nil
    }
    return Day(year: year, month: month, day: day, next: at + 1)
}

private struct ClockTime {
    let seconds: Int
    let zone: Zone
    /// The token after it.
    let next: Int
}

/// "10:15", "10:15:30.5+0100", "10.15am", "10 p.m. ET"; a number alone is no time.
private func clockTime(_ tokens: [DateToken], _ index: Int) -> ClockTime? {
    guard index < tokens.count, var hour = tokens[index].number, tokens[index].digits <= 2, hour <= 24 else {
        return nil
    }
    var at = index + 1
    var (minute, second) = (0, 0)
    var isTime = false
    if at + 1 < tokens.count, tokens[at].isMark(":") || tokens[at].isMark("."), tokens[at].isJoined,
        tokens[at + 1].digits == 2, let value = tokens[at + 1].number, value < 60
    {
        minute = value
        isTime = tokens[at].isMark(":")
        at += 2
        if at + 1 < tokens.count, tokens[at].isMark(":"), tokens[at + 1].digits == 2, let value = tokens[at + 1].number
        {
            second = value
            at += 2
            if at + 1 < tokens.count, tokens[at].isMark("."), tokens[at].isJoined, tokens[at + 1].isJoined,
                tokens[at + 1].number != nil
            {
                at += 2
            }
        }
    }
    if let (isAfternoon, next) = halfOfDay(tokens, at) {
        guard 1...12 ~= hour else { return nil }
        hour = hour % 12 + (isAfternoon ? 12 : 0)
        at = next
        isTime = true
    }
    guard isTime, hour < 24 else { return nil }
    let (zone, next) = zone(tokens, at)
    return ClockTime(seconds: hour * 3600 + minute * 60 + min(second, 59), zone: zone, next: next)
}

private func clockTimeBefore(_ tokens: [DateToken], _ index: Int) -> (ClockTime, first: Int)? {
    // Far enough back for "10:15:30 p.m. GMT on Tuesday, ".
    for start in max(0, index - 14)..<index {
        if let time = clockTime(tokens, start), time.next <= index { return (time, start) }
    }
    return nil
}

private func halfOfDay(_ tokens: [DateToken], _ at: Int) -> (isAfternoon: Bool, next: Int)? {
    guard at < tokens.count, let word = tokens[at].word else { return nil }
    if word == "am" || word == "pm" { return (word == "pm", at + 1) }
    guard word == "a" || word == "p", at + 2 < tokens.count, tokens[at + 1].isMark("."), tokens[at + 2].word == "m"
    else {
        return nil
    }
    let hasStop = at + 3 < tokens.count && tokens[at + 3].isMark(".")
    return (word == "p", at + (hasStop ? 4 : 3))
}

private func skippingJoints(_ tokens: [DateToken], _ at: Int) -> Int {
    var at = at
    while at < tokens.count,
        tokens[at].word.map(["t", "at", "um"].contains) ?? false
            || ",-|".utf8.contains(where: { tokens[at].kind == .mark($0) })
    {
        at += 1
    }
    return at
}

private struct Zone {
    var offset = 0
    /// Zones named without saying whether it is summer ("ET").
    var hasSummer = false

    /// East of Greenwich. Summer is taken from the month alone.
    func minutes(inMonth month: Int) -> Int { offset + (hasSummer && 4...10 ~= month ? 60 : 0) }
}

private func zone(_ tokens: [DateToken], _ index: Int) -> (Zone, next: Int) {
    var at = index
    if at < tokens.count, tokens[at].isMark("(") { at += 1 }
    if at < tokens.count, let name = tokens[at].word, let zone = zones[name] {
        // "GMT+2", "UTC+05:30"
        if ["gmt", "utc"].contains(name), at + 1 < tokens.count, tokens[at + 1].isJoined,
            let (signed, next) = signedOffset(tokens, at + 1)
        {
            return (Zone(offset: signed), next)
        }
        return (zone, at + 1)
    }
    if let (signed, next) = signedOffset(tokens, at) { return (Zone(offset: signed), next) }
    return (Zone(), index)
}

private func signedOffset(_ tokens: [DateToken], _ at: Int) -> (Int, next: Int)? {
    guard at + 1 < tokens.count, tokens[at].isMark("+") || tokens[at].isMark("-"), tokens[at + 1].isJoined,
        let value = tokens[at + 1].number
    else { return nil }
    let sign = tokens[at].isMark("-") ? -1 : 1
    if tokens[at + 1].digits == 4 { return (sign * (value / 100 * 60 + value % 100), at + 2) }
    guard tokens[at + 1].digits <= 2, value <= 14 else { return nil }
    if at + 3 < tokens.count, tokens[at + 2].isMark(":"), let minutes = tokens[at + 3].number {
        return (sign * (value * 60 + minutes), at + 4)
    }
    return (sign * value * 60, at + 2)
}

private let months: [String: Int] = {
    let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
        months[name] = index + 1
        months[String(name.prefix(3))] = index + 1
    }
    return months
}()

private let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "weds",
    "thu", "thur", "thurs", "fri", "sat", "sun",
]
private let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "º"]
/// Between day, month and year.
private let ofWords: Set<String> = ["of", "de", "del"]

/// Offsets in minutes of the names that news pages and RFC 822 use. "IST" is India's, "CST" and "BST" the American and British ones.
private let zones: [String: Zone] = {
    var zones = ["et": Zone(offset: -300, hasSummer: true), "ct": Zone(offset: -360, hasSummer: true)]
    zones["pt"] = Zone(offset: -480, hasSummer: true)
    let fixed = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "wat": 60, "cest": 120,
        "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "eat": 180, "trt": 180, "gst": 240, "pkt": 300,
        "ist": 330, "wib": 420, "ict": 420, "hkt": 480, "sgt": 480, "awst": 480, "jst": 540, "kst": 540, "aest": 600,
        "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "hst": -600, "brt": -180, "art": -180,
    ]
    for (name, minutes) in fixed { zones[name] = Zone(offset: minutes) }
    return zones
}()
