import News

/// Where a fetch stands after its redirects, and the rules for the next.
struct Route: Sendable {
    private(set) var address: WebAddress
    private(set) var parts: AddressParts
    private let first: WebAddress
    private let firstParts: AddressParts
    private var redirects = 0
    /// Every redirect so far was for good.
    private(set) var isPermanent = true
    /// Somebody of the public network has had a say in where we go.
    private(set) var isPublic = false
    /// Whether the next connection may be one that is open already. One to a private address may have been opened by
    /// a fetch that was allowed to; what public servers name is connected anew, so that it is checked.
    private(set) var mayReuseConnection = true

    init(_ address: WebAddress) {
        self.address = address.withoutUser
        parts = AddressParts(address)
        first = address
        firstParts = parts
    }

    var isFirst: Bool { redirects == 0 }

    /// Nil also for an address with a password in it, which the new one would lack.
    var permanentAddress: WebAddress? {
        isPermanent && redirects > 0 && firstParts.credentials == nil && address != first.withoutUser ? address : nil
    }

    /// What this hop may be told: passwords go to the server that they are for, and never from https to http.
    func credentials(_ given: Credentials?) -> Credentials? {
        guard firstParts.sharesCredentials(with: parts) else { return nil }
        return given ?? firstParts.credentials
    }

    /// Goes where the server points.
    /// - Parameters:
    ///   - isPublicServer: whether the server that says so stands in the public network.
    /// - Throws: when that leads nowhere, off the web, or too far.
    mutating func follow(_ location: String?, status: Int, limit: Int, isPublicServer: Bool) throws(FetchReason) {
        guard let location, !location.isEmpty else { throw .redirectNowhere }
        guard let target = WebAddress(location, on: address)?.withoutUser else {
            throw Self.hasOtherScheme(location) ? .redirectOffTheWeb : .redirectNowhere
        }
        let targetParts = AddressParts(target)
        guard targetParts.request != nil else { throw .redirectNowhere }
        redirects += 1
        guard redirects <= limit else { throw .tooManyRedirects(limit) }
        isPermanent = isPermanent && (status == 301 || status == 308)
        isPublic = isPublic || isPublicServer
        mayReuseConnection = !isPublic || targetParts.isSameOrigin(as: parts)
        address = target
        parts = targetParts
    }

    private static func hasOtherScheme(_ location: String) -> Bool {
        let scheme = location.prefix { $0 != ":" }.lowercased()
        let isName =
            scheme.first?.isLetter ?? false
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || "+-.0123456789".contains($0)) }
        return isName && scheme.count < location.count && scheme != "http" && scheme != "https"
    }
}
