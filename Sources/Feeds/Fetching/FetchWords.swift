package import News

/// The words for a person: what happened, what to do.
extension FetchFailure {
    package var problem: Problem { Problem(summary, remedy: remedy, detail: detail) }

    private var host: String { address.host }

    private var summary: String {
        switch reason {
        case .noLibrary: "Nothing can be fetched: libcurl is not installed."
        case .badAddress: "“\(address.text)” is no address of a server."
        case .unknownHost: "There is no server named \(host), or no network."
        case .noConnection: "The server of \(host) cannot be reached."
        case .badProxy: "The proxy on the way to \(host) does not do its work."
        case .noSecureConnection: "No safe connection to \(host) could be made."
        case .badAuthorities: "The certificate authorities of this computer cannot be read."
        case .certificate(let fault): fault.words(of: host)
        case .slowConnection(let limit): "The server of \(host) could not be reached within \(limit.words)."
        case .silent(let limit): "The server of \(host) did not answer within \(limit.words)."
        case .noAnswer: "The server of \(host) closed the connection without an answer."
        case .notHTTP: "The server of \(host) does not speak HTTP there."
        case .endlessHead: "The answer of \(host) begins with more header fields than any browser takes."
        case .tooLarge(let limit): "The answer of \(host) is larger than \(Self.size(limit))."
        case .cutShort: "The answer of \(host) ends too early."
        case .brokenOff: "The answer of \(host) broke off or is damaged."
        case .cannotUnpack: "The answer of \(host) cannot be unpacked."
        case .empty: "The server of \(host) sent nothing."
        case .stalled(let limit): "The server of \(host) stopped in the middle and sent nothing for \(limit.words)."
        case .slow(let limit): "The server of \(host) did not finish within \(limit.words)."
        case .tooManyRedirects(let limit): "The server of \(host) passes the request on more than \(limit) times."
        case .redirectNowhere: "The server of \(host) passes the request on, but to no address."
        case .redirectOffTheWeb: "The server of \(host) passes the request on to something other than http or https."
        case .redirectIntoPrivate(let target):
            "A server of the public network passes the request on into your own network, to \(target); not followed."
        case .gone: "\(host) says that this is gone for good."
        case .notFound: "\(host) has nothing at this address."
        case .forbidden: "\(host) does not let this be read."
        case .needsPassword: "\(host) asks for a user and a password."
        case .wrongPassword: "\(host) does not accept the user and password."
        case .tooOften: "\(host) has been asked too often."
        case .overloaded: "The server of \(host) is overloaded or being repaired."
        case .nothingNewUnasked: "The server of \(host) says that nothing is new, though nothing is here yet."
        case .serverFault(let status): "The server of \(host) has a fault of its own (\(status))."
        case .otherStatus(let status): "The server of \(host) answered with status \(status)."
        case .other: "\(host) could not be fetched."
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\((bytes + 999) / 1_000) kB" : "\(bytes / 1_000_000) MB"
    }

    private var remedy: String {
        switch reason {
        case .noLibrary: "Install it: on Debian and Ubuntu the package libcurl4."
        case .badAddress, .notFound: "Check the address."
        case .notHTTP: "Check the address, its port and whether it begins with http or https."
        case .unknownHost: "Check the network and the address."
        case .badProxy: "Check http_proxy, https_proxy, all_proxy and no_proxy."
        case .badAuthorities: "Install ca-certificates, or check SSL_CERT_FILE and SSL_CERT_DIR."
        case .certificate(.expired), .certificate(.notYetValid):
            "Check this computer's date; else the site has to renew its certificate."
        case .certificate(.selfSigned), .certificate(.unknownAuthority):
            "If it is your own server, name its authority's file in SSL_CERT_FILE."
        case .certificate: "Check the address; somebody may stand between you and the site."
        case .needsPassword: "Give the feed a user, and a command or file for the password."
        case .wrongPassword: "Check them."
        case .gone: "Remove the feed, or look for its new address on the site."
        case .redirectIntoPrivate: "If you trust it, use the address it leads to instead."
        case .tooLarge, .endlessHead, .redirectNowhere, .redirectOffTheWeb, .tooManyRedirects, .cannotUnpack,
            .forbidden, .empty, .nothingNewUnasked, .otherStatus:
            "Look at the address in a browser; the site may have moved or may have a fault."
        case .tooOften, .overloaded:
            "It is asked again \(retryAfter.map { "in \(Duration.seconds($0).words)" } ?? "later")."
        case .noConnection, .noSecureConnection, .slowConnection, .silent, .noAnswer, .cutShort, .brokenOff, .stalled,
            .slow, .serverFault, .other:
            "Try again later."
        }
    }
}

extension CertificateFault {
    fileprivate func words(of host: String) -> String {
        switch self {
        case .expired: "The certificate of \(host) has expired."
        case .notYetValid: "The certificate of \(host) is not valid yet."
        case .selfSigned: "The certificate of \(host) is signed by nobody but itself."
        case .unknownAuthority: "The certificate of \(host) is signed by an authority unknown here."
        case .otherHost: "The certificate of \(host) belongs to another host."
        case .other: "The certificate of \(host) is not right."
        }
    }
}

extension Duration {
    /// "20 seconds", "2 minutes", "300 milliseconds".
    var words: String {
        let seconds = Int(components.seconds)
        if seconds < 1 { return "\(components.attoseconds / 1_000_000_000_000_000) milliseconds" }
        if seconds < 120 { return seconds == 1 ? "1 second" : "\(seconds) seconds" }
        if seconds < 7_200 { return "\((seconds + 59) / 60) minutes" }
        return seconds < 172_800 ? "\((seconds + 3_599) / 3_600) hours" : "\((seconds + 86_399) / 86_400) days"
    }
}
