/// Where a feed is fetched from: a web address, and what tells it from others however it is written.
package struct FeedAddress: Hashable, Sendable {
    /// As a server is asked for it. It may name a user and a password: show `shown`.
    package let text: String
    /// The same for all writings of one address: `http` or `https`, `feed:` before it, capital letters in the host, the
    /// usual port, an empty path, needless percent signs, a user, a place in the page (`#top`). It reads as an address.
    package let key: String

    /// - Parameter written: absolute; `feed://example.org/a` and `feed:https://example.org/a` are meant as well.
    /// - Returns: nil for what is no http or https address.
    package init?(_ written: String) {
        guard let address = WebAddress(Self.withoutFeedScheme(written)) else { return nil }
        // "https://me:sec/ret@example.org/" would be one of a host "me", and its key would show the password.
        let port = Self.parts(of: address.text).host.dropFirst(address.host.count)
        guard port.dropFirst().utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        text = address.text
        key = Self.key(of: address)
    }

    /// The same for what somebody types, who may leave out the scheme: "example.org/feed".
    package init?(typed words: String) {
        if let address = FeedAddress(words) {
            self = address
            return
        }
        let host = words.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
        guard host.contains("."), !words.contains(where: \.isWhitespace), !words.contains("://"),
            let address = FeedAddress("https://\(words)")
        else { return nil }
        self = address
    }

    package static func == (a: FeedAddress, b: FeedAddress) -> Bool { a.text == b.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// For people and logs: without user and password.
    package var shown: String {
        let parts = Self.parts(of: text)
        return parts.user == nil ? text : "\(parts.scheme)://\(parts.host)\(parts.place)"
    }

    /// Words that somebody wrote for an address, for people and logs: without user and password, also where it is none.
    package static func withoutSignIn(_ words: String) -> String {
        let scheme = words.firstRange(of: "//")
        // A name may have such a sign.
        if scheme == nil, !words.contains(":") || words.contains(where: \.isWhitespace) { return words }
        let start = scheme?.upperBound ?? words.startIndex
        let authority = words[start...].prefix { !"/?#\\".contains($0) }
        var end = authority.lastIndex(of: "@")
        // A password may have a stroke in it, which no port has.
        if end == nil, let colon = authority.firstIndex(of: ":"),
            !authority[authority.index(after: colon)...].allSatisfy(\.isNumber)
        {
            end = words[start...].lastIndex(of: "@")
        }
        guard let end else { return words }
        return String(words[..<start] + words[words.index(after: end)...])
    }

    package var hasPassword: Bool { Self.parts(of: text).user.map { $0.contains(":") } ?? false }

    private static func withoutFeedScheme(_ written: String) -> String {
        let trimmed = written.drop { $0.isWhitespace }
        guard trimmed.prefix(5).lowercased() == "feed:" else { return written }
        let rest = trimmed.dropFirst(5)
        return rest.hasPrefix("//") ? "http:\(rest)" : String(rest)
    }

    private static func key(of address: WebAddress) -> String {
        let parts = parts(of: address.text)
        var host = address.host
        if host.hasSuffix(".") { host.removeLast() }
        let port = parts.host.dropFirst(address.host.count)
        let usualPort = parts.scheme == "https" ? ":443" : ":80"
        if port != usualPort, port != ":" { host += port }
        let place = parts.place.prefix { $0 != "#" }
        return "https://\(host)\(place.hasPrefix("/") ? "" : "/")\(plainlyEncoded(place))"
    }

    private static func parts(
        of text: String
    ) -> (scheme: Substring, user: Substring?, host: Substring, place: Substring) {
        let scheme = text.prefix { $0 != ":" }
        let rest = text.dropFirst(scheme.count + 3)
        let authority = rest.prefix { !"/?#\\".contains($0) }
        let place = rest[authority.endIndex...]
        guard let at = authority.lastIndex(of: "@") else { return (scheme, nil, authority, place) }
        return (scheme, authority[..<at], authority[authority.index(after: at)...], place)
    }

    /// RFC 3986, 6.2.2: letters, digits and "-._~" need no percent sign; the others are written in capitals.
    private static func plainlyEncoded(_ place: Substring) -> String {
        let bytes = Array(place.utf8)
        var text: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = hexadecimal(bytes[at + 1]),
                let low = hexadecimal(bytes[at + 2])
            else {
                text.append(bytes[at])
                at += 1
                continue
            }
            let byte = high << 4 | low
            let isPlain =
                0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || "-._~".utf8.contains(byte)
            text += isPlain ? [byte] : Array(String(decoding: bytes[at..<(at + 3)], as: UTF8.self).uppercased().utf8)
            at += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
