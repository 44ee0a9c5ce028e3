package import News

/// Why nothing came, and what that means for the next time.
package struct FetchFailure: Error, Hashable, Sendable {
    package let reason: FetchReason
    /// Where it happened, after redirects; without a user.
    package let address: WebAddress
    /// Of the answer; nil when there was none.
    package let status: Int?
    /// The server says that it will not come back (410): to ask again would be impolite.
    package let isGone: Bool
    /// So many seconds the server asks to be left alone; nil when it does not say. At most 7 days.
    package let retryAfter: Int?
    /// As libcurl puts it; empty when the reason says all.
    package let detail: String
    package let duration: Duration

    /// Whether the server itself, or the address, says that there is no feed: to wait would not help.
    package var isNo: Bool {
        [.gone, .notFound, .badAddress, .notHTTP, .redirectNowhere, .redirectOffTheWeb].contains(reason)
    }
}

/// What went wrong between us and a server.
package enum FetchReason: Error, Hashable, Sendable {
    // Before an answer
    case noLibrary, badAddress, unknownHost, noConnection, badProxy, noSecureConnection, badAuthorities
    case certificate(CertificateFault)
    case slowConnection(Duration)
    case silent(Duration)
    // The answer
    case noAnswer, notHTTP, endlessHead, tooLarge(Int), cutShort, brokenOff, cannotUnpack, empty
    case stalled(Duration)
    case slow(Duration)
    // Redirects
    case tooManyRedirects(Int), redirectNowhere, redirectOffTheWeb, redirectIntoPrivate(String)
    // The server's own no
    case gone, notFound, forbidden, needsPassword, wrongPassword, tooOften, overloaded, nothingNewUnasked
    case serverFault(Int)
    case otherStatus(Int)
    case other
}

/// What is wrong with the certificate of a server.
package enum CertificateFault: Hashable, Sendable {
    case expired, notYetValid, selfSigned, unknownAuthority, otherHost, other
}
