/// An address cut into its five parts (RFC 3986, 3), each as written: other schemes than http too.
struct AddressReference {
    /// Before the colon, in small letters; nil for a relative address.
    var scheme: String?
    /// Behind "//"; nil when there is none.
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    init(_ text: String) {
        var rest = text[...]
        scheme = Self.scheme(of: text)
        if let scheme { rest = rest.dropFirst(scheme.utf8.count + 1) }
        if let mark = rest.firstIndex(of: "#") {
            fragment = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        if rest.hasPrefix("//") {
            let host = rest.dropFirst(2).prefix { $0 != "/" }
            authority = host
            rest = rest[host.endIndex...]
        }
        path = rest
    }

    var text: String {
        var text = scheme.map { $0 + ":" } ?? ""
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// "http" of "HTTP://…"; nil when no colon stands behind what may be a scheme.
    static func scheme(of text: String) -> String? {
        guard let first = text.utf8.first, first.isLetter, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
        else {
            return nil
        }
        let name = text[..<colon]
        return name.utf8.allSatisfy { $0.isLetterOrDigit || "+-.".utf8.contains($0) } ? name.lowercased() : nil
    }

    /// RFC 3986, 5.2.2.
    func resolved(on base: AddressReference) -> AddressReference {
        if scheme != nil { return self }
        var target = self
        target.scheme = base.scheme
        if authority != nil { return target }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else {
            let isRooted = path.hasPrefix("/")
            target.path = Self.withoutDots(isRooted ? String(path) : base.folder + path)[...]
        }
        return target
    }

    /// The path up to its last slash.
    private var folder: String {
        if path.isEmpty { return authority == nil ? "" : "/" }
        return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// RFC 3986, 5.2.4.
    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var steps: [Substring] = []
        let isRooted = path.hasPrefix("/")
        let written = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(isRooted ? 1 : 0)
        for (index, step) in written.enumerated() {
            let isLast = index == written.count - 1
            switch step {
            case ".": if isLast { steps.append("") }
            case "..":
                _ = steps.popLast()
                if isLast { steps.append("") }
            default: steps.append(step)
            }
        }
        return (isRooted ? "/" : "") + steps.joined(separator: "/")
    }
}

/// A reference as a feed writes it, made absolute where `base` is.
///
/// Blanks around it and line ends in it mean nothing. Nil when it is blank, or leads to a script or data instead of a place.
func resolvedAddress(_ written: String, on base: String?) -> String? {
    var bytes = Array(written.utf8)
    bytes = Array(bytes[bytes.trimmed(0..<bytes.count)])
    if bytes.contains(where: { $0 < 0x20 }) { bytes.removeAll { $0 < 0x20 } }
    guard !bytes.isEmpty else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let scheme = AddressReference.scheme(of: text)
    if let scheme { return ["javascript", "vbscript", "data"].contains(scheme) ? nil : text }
    guard let base else { return text }
    let parts = AddressReference(base)
    guard parts.scheme != nil, parts.authority != nil || parts.path.hasPrefix("/") else { return text }
    return AddressReference(text).resolved(on: parts).text
}
