import News

/// RFC 822's dates and their kin: "Tue, 12 Mar 2024 10:15:00 +0100", "12 Mar 24 10:15 EST", "Tue Mar 12 10:15:00 2024",
/// "Tue Mar 12 2024 10:15:00 GMT"; days of the week and months in other languages too.
func mailMoment(_ given: DateWords) -> DateReading {
    var words = given
    skipWeekday(&words)
    guard let (month, first) = monthAndDay(&words) else { return koreanMoment(given) }
    skipJoints(&words)
    // "Mar 12 10:15:00 2024": the year comes last.
    var ahead = words
    if let time = DayTime(&ahead) {
        words = ahead
        guard var east = zoneOffset(&ahead) else { return .otherwise }
        if let year = lastYear(&words) { return moment(year, month, first, time, east) }
        skipZone(&words)
        guard let year = lastYear(&words) else { return .otherwise }
        if !words.isAtEnd { east = zoneOffset(&words) ?? east }
        return moment(year, month, first, time, east)
    }
    guard let year = words.number(), let whole = wholeYear(year) else { return .otherwise }
    skipJoints(&words)
    if words.isAtEnd { return moment(whole, month, first, .midnight, 0) }
    guard let time = DayTime(&words) else {
        guard words.next.isDigit || words.next.isLetter else { return .otherwise }
        return words.next.isDigit ? .nonsense : .otherwise
    }
    var half = words
    half.skipBlanks()
    if ["am", "pm", "a", "p"].contains(half.word()) { return .otherwise }
    guard let east = zoneOffset(&words) else { return .nonsense }
    return moment(whole, month, first, time, east)
}

extension DayTime {
    static let midnight = DayTime(hour: 0, minute: 0, second: 0)

    init(hour: Int, minute: Int, second: Int) {
        (self.hour, self.minute, self.second) = (hour, minute, second)
    }
}

private func moment(_ year: Int, _ month: Int, _ day: Int, _ time: DayTime, _ east: Int) -> DateReading {
    let moment = Timestamp(
        year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second, east: east)
    return moment.map { .moment($0) } ?? .nonsense
}

/// "Tue, ", "Tuesday ": letters before the date, unless they are its month.
private func skipWeekday(_ words: inout DateWords) {
    var ahead = words
    guard !ahead.next.isDigit, namedMonth(&ahead) == nil else { return }
    ahead = words
    _ = ahead.word()
    skipJoints(&ahead)
    words = ahead
}

private func skipJoints(_ words: inout DateWords) {
    words.skip { $0.isBlank || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
}

/// "12 Mar", "12-Mar", "Mar 12".
private func monthAndDay(_ words: inout DateWords) -> (month: Int, day: Int)? {
    if words.next.isDigit {
        guard let day = words.number(), day.digits <= 2 else { return nil }
        skipJoints(&words)
        return namedMonth(&words).map { ($0, day.value) }
    }
    guard let month = namedMonth(&words) else { return nil }
    skipJoints(&words)
    guard let day = words.number(), day.digits <= 2 else { return nil }
    return (month, day.value)
}

private func namedMonth(_ words: inout DateWords) -> Int? {
    if let month = words.englishMonth() { return month }
    guard words.next.isLetter || words.next.isHigh else { return nil }
    var ahead = words
    let name = ahead.word()
    guard let month = foreignMonths[name] else { return nil }
    words = ahead
    return month
}

private func lastYear(_ words: inout DateWords) -> Int? {
    words.skipBlanks()
    guard words.next.isDigit, let year = words.number(), year.digits == 4 else { return nil }
    return year.value
}

/// "EST" or "+0100", passed over.
private func skipZone(_ words: inout DateWords) {
    words.skipBlanks()
    words.skip { !$0.isBlank }
}

/// Two digits mean 1970 to 2069.
private func wholeYear(_ year: (value: Int, digits: Int)) -> Int? {
    switch year.digits {
    case 4: year.value
    case 2: year.value + (year.value < 70 ? 2_000 : 1_900)
    case 3: year.value + 1_900
    default: nil
    }
}

/// "2024-03-12 오후 11:23:17", "2024년 03월 12일 23:23:17": the time of Korea.
private func koreanMoment(_ given: DateWords) -> DateReading {
    var words = given
    var numbers: [Int] = []
    var isKorean = false
    for unit in ["년", "월", "일"] {
        guard let number = words.number() else { return .otherwise }
        numbers.append(number.value)
        if !words.take("-"), words.next.isHigh {
            guard words.word() == unit else { return .otherwise }
            isKorean = true
        }
        words.skipBlanks()
    }
    let half = words.word()
    words.skipBlanks()
    isKorean = isKorean || ["오전", "오후"].contains(half)
    guard isKorean, var time = DayTime(&words), words.isAtEnd else { return .otherwise }
    if half == "오후", time.hour < 12 { time.hour += 12 }
    if half == "오전", time.hour == 12 { time.hour = 0 }
    return moment(numbers[0], numbers[1], numbers[2], time, 540)
}
