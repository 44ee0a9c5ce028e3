import News

/// An address taken apart as a request needs it.
struct AddressParts: Hashable, Sendable {
    let isSecure: Bool
    /// Nil when the address has no user.
    let credentials: Credentials?
    /// In ASCII: "xn--bcher-kva.example", "[::1]".
    let host: String
    /// The usual one of its scheme where none is written; nil for what is none.
    let port: Int?
    /// From the path on, without the fragment, which stays with us.
    private let place: String

    init(_ address: WebAddress) {
        isSecure = address.text.hasPrefix("https:")
        let rest = address.text.dropFirst(isSecure ? 8 : 7)
        let authority = rest.prefix { !"/?#\\".contains($0) }
        let place = rest[authority.endIndex...].prefix { $0 != "#" }
        // Browsers take the one for the other.
        self.place = place.first == "\\" ? "/" + place.dropFirst() : String(place)
        let at = authority.lastIndex(of: "@")
        credentials = at.map { Credentials(written: authority[..<$0]) }
        let named = at.map { authority[authority.index(after: $0)...] } ?? authority
        host = asciiHost(address.host)
        let colon = named.lastIndex(of: ":").flatMap { named[$0...].contains("]") ? nil : $0 }
        let written = colon.map { named[named.index(after: $0)...] } ?? ""
        port = written.isEmpty ? (isSecure ? 443 : 80) : UInt16(written).map(Int.init)
    }

    /// What libcurl is given; nil when the port is none.
    var request: String? {
        guard let port else { return nil }
        return "\(isSecure ? "https" : "http")://\(host):\(port)\(place.first == "/" ? "" : "/")\(place)"
    }

    /// Whether they lead to the same server by the same door.
    func isSameOrigin(as other: AddressParts) -> Bool {
        isSecure == other.isSecure && host == other.host && port == other.port
    }

    /// Whether a password for this address may be sent to another: to the same door, or to the safe one beside it.
    func sharesCredentials(with other: AddressParts) -> Bool {
        isSameOrigin(as: other) || !isSecure && other.isSecure && host == other.host && port == 80 && other.port == 443
    }
}
