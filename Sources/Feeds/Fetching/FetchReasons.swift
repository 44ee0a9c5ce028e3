import CCurl
import News

/// From libcurl's codes and the codes of HTTP to reasons.
extension FetchReason {
    init(_ code: CURLcode, _ transfer: Transfer, _ route: Route) {
        let limits = transfer.limits
        self =
            switch code {
            case CURLE_URL_MALFORMAT: route.isFirst ? .badAddress : .redirectNowhere
            case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .badProxy
            case CURLE_COULDNT_RESOLVE_HOST: .unknownHost
            case CURLE_COULDNT_CONNECT where transfer.hasRefused: .redirectIntoPrivate(route.address.host)
            case CURLE_COULDNT_CONNECT: transfer.isProxied ? .badProxy : .noConnection
            case CURLE_OPERATION_TIMEDOUT: .slowConnection(limits.connect)
            case CURLE_SSL_CONNECT_ERROR: .noSecureConnection
            case CURLE_SSL_CACERT_BADFILE: .badAuthorities
            case CURLE_PEER_FAILED_VERIFICATION: .certificate(CertificateFault(verdict: transfer.certificateVerdict))
            case CURLE_WEIRD_SERVER_REPLY where transfer.head.status > 0: .brokenOff
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: .notHTTP
            case CURLE_GOT_NOTHING: .noAnswer
            case CURLE_PARTIAL_FILE: .cutShort
            case CURLE_BAD_CONTENT_ENCODING: .cannotUnpack
            case CURLE_FILESIZE_EXCEEDED: .tooLarge(limits.bytes)
            // What libcurl says of one line beyond its own limit.
            case CURLE_OUT_OF_MEMORY where !transfer.head.isComplete: .endlessHead
            case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
                transfer.head.byteCount == 0 ? .noAnswer : .brokenOff
            default: .other
            }
    }

    /// - Parameter hadPassword: one was sent.
    init(status: Int, hadPassword: Bool) {
        self =
            switch status {
            case 401: hadPassword ? .wrongPassword : .needsPassword
            case 403, 451: .forbidden
            case 404: .notFound
            case 407: .badProxy
            case 410: .gone
            case 429: .tooOften
            case 503: .overloaded
            case 500...599: .serverFault(status)
            default: .otherStatus(status)
            }
    }
}

extension CertificateFault {
    /// - Parameter verdict: X509_V_ERR_… of OpenSSL's x509_vfy.h. 0 or 1 when the chain is right: libcurl compares the name
    ///   itself, before it asks for a verdict.
    fileprivate init(verdict: Int) {
        self =
            switch verdict {
            case 0...1, 62...64: .otherHost
            case 9: .notYetValid
            case 10: .expired
            case 18: .selfSigned
            case 2, 19...21: .unknownAuthority
            default: .other
            }
    }
}
