/// An absolute http or https address that a browser may be given.
package struct WebAddress: Hashable, Sendable {
    /// Printable, without blanks: what else was written stands percent-encoded. Beyond ASCII only in the host.
    package let text: String
    /// In small letters, without user and port: "example.com", "[::1]". Never empty.
    package let host: String

    /// More than any browser takes is no address.
    private static let longest = 8_192

    /// - Parameters:
    ///   - written: as a page has it. Blanks around it and line ends in it mean nothing, as in browsers.
    ///   - base: of the page, for an address that is not absolute.
    /// - Returns: nil for other schemes, for one without a host, and for a relative one without a base.
    package init?(_ written: String, on base: WebAddress? = nil) {
        var bytes = Array(written.utf8)
        guard bytes.count <= Self.longest else { return nil }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        bytes = bytes.drop { $0 <= 0x20 }.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        guard !bytes.isEmpty else { return nil }
        if let scheme = Self.scheme(of: bytes) {
            guard scheme == "http" || scheme == "https" else { return nil }
            self.init(scheme: scheme, rest: bytes.dropFirst(scheme.utf8.count + 1))
        } else if bytes.starts(with: "//".utf8) {
            self.init(scheme: base?.scheme ?? "https", rest: bytes[...])
        } else {
            guard let base, bytes.first != UInt8(ascii: "#") else { return nil }
            self.init(scheme: base.scheme, rest: Array("//\(base.authority)".utf8) + base.path(to: bytes))
        }
    }

    private init?(scheme: String, rest: some Collection<UInt8>) {
        guard rest.starts(with: "//".utf8) else { return nil }
        let rest = Array(rest.dropFirst(2))
        let end = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.count
        let authority = rest[..<end]
        let named = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
        let isNumbered = named.first == UInt8(ascii: "[")
        let hostEnd =
            isNumbered
            ? named.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } : named.firstIndex(of: UInt8(ascii: ":"))
        let host = String(decoding: named[..<(hostEnd ?? named.endIndex)], as: UTF8.self).lowercased()
        guard !host.isEmpty, host != ".", authority.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            host.unicodeScalars.allSatisfy(Self.mayStandInHost)
        else { return nil }
        self.host = host
        text = scheme + "://" + String(decoding: authority, as: UTF8.self) + Self.encoded(rest[end...])
    }

    private init(text: String, host: String) {
        self.text = text
        self.host = host
    }

    /// The same without a user and password, as it may be shown and kept.
    package var withoutUser: WebAddress {
        guard let at = authority.lastIndex(of: "@") else { return self }
        return WebAddress(text: "\(scheme)://\(text[text.index(after: at)...])", host: host)
    }

    /// Whether it leads to this computer or into its own network, where a page of the web has nothing to say: names that
    /// only stand there, and numbers in any other writing than the plain one, which serve to hide such.
    package var isPrivate: Bool {
        let host = host.hasSuffix(".") ? String(host.dropLast()) : host
        if host == "localhost" || [".localhost", ".local", ".internal", ".home.arpa"].contains(where: host.hasSuffix) {
            return true
        }
        if host.hasPrefix("[") { return true }
        guard let first = host.utf8.first, 0x30...0x39 ~= first else { return !host.contains(".") }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } || $0.hasPrefix("0x") }) else {
            return false
        }
        let numbers = parts.compactMap { UInt8($0) }
        guard numbers.count == 4, parts.count == 4, !parts.contains(where: { $0.count > 1 && $0.hasPrefix("0") }) else {
            return true
        }
        return switch (numbers[0], numbers[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (224..., _): true
        default: false
        }
    }
}

extension WebAddress {
    private var scheme: String { text.hasPrefix("https:") ? "https" : "http" }

    private var authority: Substring {
        text.dropFirst(scheme.utf8.count + 3).prefix { !"/?#\\".contains($0) }
    }

    /// From the path on.
    private var place: [UInt8] { Array(text.utf8.dropFirst(scheme.utf8.count + 3 + authority.utf8.count)) }

    /// "story.html" beside "/news/today.html" is "/news/story.html".
    private func path(to relative: [UInt8]) -> [UInt8] {
        if relative.first == UInt8(ascii: "/") { return relative }
        let own = place.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        if relative.first == UInt8(ascii: "?") { return own + relative }
        let end = relative.firstIndex { "?#".utf8.contains($0) } ?? relative.count
        var steps = own.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().dropLast()
        let wanted = relative[..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, step) in wanted.enumerated() {
            let isLast = index == wanted.count - 1
            if step.elementsEqual("..".utf8) {
                _ = steps.popLast()
                if isLast { steps.append([]) }
            } else if !step.elementsEqual(".".utf8) {
                steps.append(ArraySlice(step))
            } else if isLast {
                steps.append([])
            }
        }
        return steps.flatMap { [UInt8(ascii: "/")] + $0 } + relative[end...]
    }

    /// "http" of "HTTP://…"; nil when there is no colon behind what may be a scheme.
    private static func scheme(of bytes: [UInt8]) -> String? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
            0x41...0x5A ~= first || 0x61...0x7A ~= first
        else { return nil }
        let name = bytes[..<colon]
        let isName = name.allSatisfy {
            0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || "+-.".utf8.contains($0)
        }
        return isName ? String(decoding: name, as: UTF8.self).lowercased() : nil
    }

    private static func mayStandInHost(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "-._%[]:".unicodeScalars.contains(scalar)
    }

    private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        let hexadecimals = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            if byte <= 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x3C || byte == 0x3E {
                text += [UInt8(ascii: "%"), hexadecimals[Int(byte >> 4)], hexadecimals[Int(byte & 15)]]
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
