package import News

/// How a fetch ended.
package enum FetchOutcome: Sendable {
    case new(Fetched)
    /// The server says that the last answer still holds (304).
    case unchanged(AnswerFacts)
    case failed(FetchFailure)
    /// By `Fetcher.cancel`.
    case cancelled
}

/// What a server sent.
package struct Fetched: Sendable {
    /// The body, unpacked. Never empty.
    package let bytes: [UInt8]
    package let facts: AnswerFacts
}

/// What a server said beside what it sent.
package struct AnswerFacts: Hashable, Sendable {
    /// After all redirects: relative links are meant from here.
    package let address: WebAddress
    /// Where to ask from now on; nil unless every redirect was for good (301, 308) and led elsewhere.
    /// To be believed when what came is what was asked for: the login page of a wireless network lies in wait as well.
    package let permanentAddress: WebAddress?
    package let status: Int
    /// As it was sent: "text/xml; charset=utf-8".
    package let contentType: String?
    /// For the next request. With 304, what that one was asked with unless the server renewed it.
    package let etag: String?
    package let lastModified: String?
    /// For so many seconds the server expects nothing new; nil when it does not say. At most 30 days.
    package let freshFor: Int?
    /// From first to last byte, without the time in the queue.
    package let duration: Duration
}
