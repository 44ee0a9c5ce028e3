extension Timestamp {
    /// Reads a moment as ISO 8601 writes it: "2026-11-22", "2026-11-22T09:30Z", "2026-11-22 09:30:15.250+01:00".
    /// A moment without a zone is taken as UTC. Nil for anything else.
    package init?(iso8601 text: String) {
        var rest = Array(text.utf8)[...]
        guard let year = rest.digits(4), rest.take("-"), let month = rest.digits(2), rest.take("-"),
            let day = rest.digits(2)
        else { return nil }
        var (hour, minute, second, east) = (0, 0, 0, 0)
        if rest.take("T") || rest.take("t") || rest.take(" ") {
            guard let hours = rest.digits(2), rest.take(":"), let minutes = rest.digits(2) else { return nil }
            (hour, minute) = (hours, minutes)
            if rest.take(":") {
                guard let seconds = rest.digits(2) else { return nil }
                second = seconds
                if rest.take(".") { rest = rest.drop { 0x30...0x39 ~= $0 } }
            }
            guard let zone = rest.zone() else { return nil }
            east = zone
        }
        guard rest.isEmpty,
            let local = Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        self.init(seconds: local.seconds - east * 60)
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard first == UInt8(ascii: sign) else { return false }
        removeFirst()
        return true
    }

    fileprivate mutating func digits(_ count: Int) -> Int? {
        let digits = prefix(count)
        guard digits.count == count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Minutes east of UTC.
    fileprivate mutating func zone() -> Int? {
        if isEmpty || take("Z") || take("z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = digits(2) else { return nil }
        _ = take(":")
        let minutes = isEmpty ? 0 : digits(2)
        return minutes.map { (isEast ? 1 : -1) * (hours * 60 + $0) }
    }
}
