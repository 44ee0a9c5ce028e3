import News

/// ISO 8601 and W3C's profile of it: "2024-03-12T10:15:30Z", "2024-03-12 10:15 +0100", "2024-03", "2024", "20240312T101530Z",
/// "2024-072" and "2024072" (days of a year), and the century left out: "24-03-12", "-2403", "240312".
func isoMoment(_ given: DateWords) -> DateReading {
    var words = given
    guard let day = isoDay(&words) else { return .otherwise }
    if words.isAtEnd { return reading(day, nil, 0) }
    let isStrict = words.next == UInt8(ascii: "T") || words.next == UInt8(ascii: "t")
    guard isStrict || words.next.isBlank else {
        // "2024-03-12Z" is a day with its zone; "2024-03-12-01" is nothing.
        guard words.next.isLetter || words.next == UInt8(ascii: "+") else {
            return words.next == UInt8(ascii: "-") ? .nonsense : .otherwise
        }
        return day.isWhole ? reading(day, nil, zoneOffset(&words)) : .otherwise
    }
    if isStrict { _ = words.word() } else { words.skipBlanks() }
    var ahead = words
    let time = compactTime(&ahead) ?? DayTime(&words)
    if ahead.at > words.at { words = ahead }
    guard let time else { return isStrict && day.isWhole ? .nonsense : .otherwise }
    let isFollowedByHalf = !words.isAtEnd && words.next.isBlank && !isStrict && !isZone(words)
    guard !isFollowedByHalf else { return .otherwise }
    return reading(day, time, zoneOffset(&words))
}

private struct ISODay {
    var year: Int
    /// 1 with a day of the year.
    var month = 1
    var day = 1
    /// Whether the century and all parts are there, so that nothing else can be meant.
    var isWhole = false
}

private func reading(_ day: ISODay, _ time: DayTime?, _ east: Int?) -> DateReading {
    guard let east, let start = Timestamp(year: day.year, month: day.month, day: 1) else { return .nonsense }
    let time = time ?? .midnight
    let seconds = (day.day - 1) * 86_400 + time.hour * 3_600 + time.minute * 60 + time.second - east * 60
    return .moment(Timestamp(seconds: start.seconds + seconds))
}

private func isoDay(_ words: inout DateWords) -> ISODay? {
    let hasNoCentury = words.take("-")
    guard let first = words.number() else { return nil }
    if hasNoCentury { return dayWithoutCentury(first, &words) }
    switch first.digits {
    case 4:
        // A lone number is a year only when it can be one of a feed.
        guard words.take("-") else {
            return 1_980...2_100 ~= first.value && words.isAtEnd ? ISODay(year: first.value) : nil
        }
        return day(ofYear: first.value, &words)
    case 2: return dayWithoutCentury(first, &words)
    case 6:
        // "240312" rather than "202403".
        let packed = ISODay(
            year: 2000 + first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
        return words.isAtEnd ? checked(packed) : nil
    case 7: return checked(ISODay(year: first.value / 1_000, day: first.value % 1_000), lastDay: 366)
    case 8:
        return checked(
            ISODay(
                year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100, isWhole: true))
    default: return nil
    }
}

private func day(ofYear year: Int, _ words: inout DateWords) -> ISODay? {
    guard let second = words.number() else { return nil }
    if words.next == UInt8(ascii: "-"), second.value <= 12 {
        _ = words.take("-")
        guard let third = words.number(), third.digits <= 2 else { return nil }
        return checked(ISODay(year: year, month: second.value, day: third.value, isWhole: true))
    }
    switch second.digits {
    case 1, 2: return checked(ISODay(year: year, month: second.value))
    case 3: return checked(ISODay(year: year, day: second.value), lastDay: 366)
    default: return nil
    }
}

/// "24-03-12", and behind a hyphen "2403", "24-03".
private func dayWithoutCentury(_ first: (value: Int, digits: Int), _ words: inout DateWords) -> ISODay? {
    let year = 2000 + (first.digits == 4 ? first.value / 100 : first.value)
    if first.digits == 4 { return words.isAtEnd ? checked(ISODay(year: year, month: first.value % 100)) : nil }
    guard first.digits == 2, words.take("-"), let second = words.number(), second.digits == 2 else { return nil }
    guard words.take("-") else { return words.isAtEnd ? checked(ISODay(year: year, month: second.value)) : nil }
    guard let third = words.number(), third.digits == 2 else { return nil }
    return checked(ISODay(year: year, month: second.value, day: third.value))
}

private func checked(_ day: ISODay, lastDay: Int = 31) -> ISODay? {
    1...12 ~= day.month && 1...lastDay ~= day.day && 1...9_999 ~= day.year ? day : nil
}

/// "101530", "1015".
private func compactTime(_ words: inout DateWords) -> DayTime? {
    var ahead = words
    guard let packed = ahead.number(), packed.digits == 6 || packed.digits == 4 else { return nil }
    let value = packed.digits == 6 ? packed.value : packed.value * 100
    guard value / 10_000 < 24, value / 100 % 100 < 60, value % 100 <= 60 else { return nil }
    words = ahead
    if words.take(".") { words.skip { $0.isDigit } }
    return DayTime(hour: value / 10_000, minute: value / 100 % 100, second: value % 100)
}

/// Whether what follows a blank may be a zone, and is not "pm".
private func isZone(_ words: DateWords) -> Bool {
    var words = words
    words.skipBlanks()
    if !words.next.isLetter { return words.next == UInt8(ascii: "+") || words.next == UInt8(ascii: "-") }
    let name = words.word()
    return name != "am" && name != "pm" && name != "a" && name != "p"
}
