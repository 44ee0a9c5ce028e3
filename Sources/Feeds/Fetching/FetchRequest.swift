package import News

/// What is asked for, and on what terms.
package struct FetchRequest: Sendable {
    /// What the answer is for; servers that have several forms of an address send the one that is asked for.
    package enum Purpose: Sendable {
        case feed, page
    }

    /// A user and password in it are used, unless `credentials` has others.
    package let address: WebAddress
    /// As the last answer gave it, quotation marks and all: an answer that is still the same is not sent again.
    package let etag: String?
    /// The same for servers without etags, as the last answer gave it.
    package let lastModified: String?
    package let credentials: Credentials?
    package let purpose: Purpose
    package let limits: FetchLimits

    package init(
        _ address: WebAddress, etag: String? = nil, lastModified: String? = nil, credentials: Credentials? = nil,
        purpose: Purpose = .feed, limits: FetchLimits = FetchLimits()
    ) {
        self.address = address
        self.etag = etag
        self.lastModified = lastModified
        self.credentials = credentials
        self.purpose = purpose
        self.limits = limits
    }

    /// Whether an earlier answer is here to fall back on.
    var isConditional: Bool { etag != nil || lastModified != nil }

    /// The header fields of our own, each a line.
    var fields: [String] {
        var fields = ["Accept: \(purpose.accepted)"]
        if let etag = Self.sendable(etag) { fields.append("If-None-Match: \(etag)") }
        if let lastModified = Self.sendable(lastModified) { fields.append("If-Modified-Since: \(lastModified)") }
        return fields
    }

    /// What was kept in a file may hold anything; a line end would begin another field.
    private static func sendable(_ value: String?) -> String? {
        guard let value, !value.isEmpty, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return value
    }
}

extension FetchRequest.Purpose {
    fileprivate var accepted: String {
        switch self {
        case .feed:
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
                + "text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
        case .page: "text/html, application/xhtml+xml, */*;q=0.5"
        }
    }
}
