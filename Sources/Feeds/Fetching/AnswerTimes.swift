import CCurl
import Glibc

/// What a server says about when to come again.
extension AnswerHead {
    private static let day = 86_400

    /// Seconds that the server asks to be left alone for; nil when it does not say or makes no sense. At most 7 days:
    /// who names the year 9999 has made a mistake.
    /// - Parameter now: in seconds since 1970.
    func retryAfter(now: Int) -> Int? {
        guard let written = self["retry-after"] else { return nil }
        guard let seconds = Self.seconds(written) ?? Self.date(written).map({ $0 - now }), seconds > 0 else {
            return nil
        }
        return min(seconds, 7 * Self.day)
    }

    /// Seconds that the answer stays fresh by `Cache-Control` or `Expires`; nil when they do not say. At most 30 days.
    func freshFor(now: Int) -> Int? {
        let directives = (self["cache-control"] ?? "").lowercased().split { $0 == "," || $0 == " " }
        if directives.contains(where: { $0 == "no-cache" || $0 == "no-store" }) { return nil }
        let age = self["age"].flatMap(Self.seconds) ?? 0
        let maximum = directives.first { $0.hasPrefix("max-age=") }.flatMap { Self.seconds($0.dropFirst(8)) }
        let sent = self["date"].flatMap(Self.date) ?? now
        guard let seconds = maximum.map({ $0 - age }) ?? self["expires"].flatMap(Self.date).map({ $0 - sent }),
            seconds > 0
        else { return nil }
        return min(seconds, 30 * Self.day)
    }

    /// Digits alone, few enough to count with.
    private static func seconds(_ text: some StringProtocol) -> Int? {
        text.utf8.count <= 10 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
    }

    /// Only after the library has been opened, which was needed to get an answer.
    private static func date(_ text: String) -> Int? {
        guard ccurl_open() == nil else { return nil }
        let seconds = ccurl_date(text)
        return seconds < 0 ? nil : seconds
    }
}
