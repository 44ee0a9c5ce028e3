import CCurl
import Glibc
import News

/// One request and its answer, on one handle of libcurl; redirects are further transfers.
///
/// A class, because libcurl's callbacks find it by a pointer; it lives on the fetcher's thread alone, from the start of
/// the transfer until `end`.
final class Transfer {
    /// The fetcher's, and its again after `end`.
    let easy: UnsafeMutableRawPointer
    private let request: FetchRequest
    private let settings: FetchSettings
    var limits: FetchLimits { request.limits }
    /// libcurl reads the one and writes the other until `end`, which frees both.
    private var fields: UnsafeMutablePointer<curl_slist>?
    private let words: UnsafeMutablePointer<CChar>
    private let clock = SuspendingClock()
    let begun: SuspendingClock.Instant
    /// When something of the answer came last; at first when it began.
    private(set) var lastHeard: SuspendingClock.Instant
    private(set) var head = AnswerHead()
    private(set) var body: [UInt8] = []
    /// Why we hung up; nil when we did not.
    private(set) var stopped: Stop?
    /// Nothing private may be connected to.
    private let isBound: Bool
    /// One of the host's numbers was private when none may be.
    private(set) var hasRefused = false
    let isProxied: Bool

    enum Stop {
        /// All that is needed has come: the body of a redirect or an error page means nothing to us.
        case enough
        case reason(FetchReason)
    }

    /// What of a body that nobody reads is taken in, to keep the connection for the next request.
    private static let unreadLimit = 65_536

    init(_ request: FetchRequest, _ route: Route, _ settings: FetchSettings, on easy: UnsafeMutableRawPointer) {
        self.easy = easy
        self.request = request
        self.settings = settings
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        begun = clock.now
        lastHeard = begun
        let proxy = settings.proxies.proxy(for: route.parts)
        isProxied = proxy != nil
        isBound = route.isPublic && proxy == nil
        setUp(route, proxy: proxy)
    }

    /// Gives the memory back; the handle may be used again.
    func end() {
        ccurl_easy_reset(easy)
        ccurl_slist_free_all(fields)
        words.deallocate()
    }

    /// libcurl's own words on what went wrong, in plain signs; may quote what a server sent.
    func detail(_ code: CURLcode) -> String {
        let own = String(cString: words)
        let text = own.isEmpty ? String(cString: ccurl_words(code)) : own
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { 0x20..<0x7F ~= $0.value }))
    }

    /// Whether the other end stands in the public network; by its name where a proxy stands between.
    func isPublic(_ address: WebAddress) -> Bool {
        guard !isProxied, let text = ccurl_text(easy, CURLINFO_PRIMARY_IP),
            let number = NetworkAddress(String(cString: text))
        else { return !address.isPrivate }
        return !settings.isPrivate(number)
    }

    /// Of OpenSSL, on the certificate: X509_V_ERR_….
    var certificateVerdict: Int { ccurl_number(easy, CURLINFO_SSL_VERIFYRESULT) }

    private func setUp(_ route: Route, proxy: String?) {
        ccurl_set_bounds(easy)
        _ = ccurl_set_text(easy, CURLOPT_URL, route.parts.request)
        _ = ccurl_set_text(easy, CURLOPT_USERAGENT, settings.agent)
        // All that this libcurl can unpack.
        _ = ccurl_set_text(easy, CURLOPT_ACCEPT_ENCODING, "")
        for field in request.fields { fields = ccurl_slist_append(fields, field) }
        _ = ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, fields)
        _ = ccurl_set_text(easy, CURLOPT_PROXY, proxy ?? "")
        _ = ccurl_set_text(easy, CURLOPT_NOPROXY, "")
        _ = ccurl_set_number(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        if let authorities = settings.authorities { _ = ccurl_set_text(easy, CURLOPT_CAINFO, authorities) }
        if let folder = settings.authorityFolder { _ = ccurl_set_text(easy, CURLOPT_CAPATH, folder) }
        if let credentials = route.credentials(request.credentials) {
            _ = ccurl_set_text(easy, CURLOPT_USERNAME, credentials.user)
            _ = ccurl_set_text(easy, CURLOPT_PASSWORD, credentials.password)
        }
        // Without it libcurl plays with the signals of the whole program.
        _ = ccurl_set_number(easy, CURLOPT_NOSIGNAL, 1)
        _ = ccurl_set_number(easy, CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.milliseconds)
        _ = ccurl_set_size(easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.limits.bytes))
        _ = ccurl_set_number(easy, CURLOPT_FRESH_CONNECT, route.mayReuseConnection ? 0 : 1)
        setUpCallbacks()
    }

    private func setUpCallbacks() {
        // Not retained: whose transfer it is keeps it until `end`, and libcurl calls no more after that.
        let own = Unmanaged.passUnretained(self).toOpaque()
        _ = ccurl_set_pointer(easy, CURLOPT_PRIVATE, own)
        _ = ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, words)
        _ = ccurl_set_pointer(easy, CURLOPT_WRITEDATA, own)
        _ = ccurl_set_pointer(easy, CURLOPT_HEADERDATA, own)
        _ = ccurl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, own)
        _ = ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, owner in
            guard let bytes, let transfer = Transfer.from(owner) else { return 0 }
            let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return transfer.takeBody(part) ? size * count : 0
        }
        _ = ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, owner in
            guard let bytes, let transfer = Transfer.from(owner) else { return 0 }
            let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return transfer.takeHead(part) ? size * count : 0
        }
        _ = ccurl_set_socket_opener(easy) { owner, _, address in
            guard let address, let transfer = Transfer.from(owner) else { return CURL_SOCKET_BAD }
            return transfer.openSocket(address)
        }
    }

    static func from(_ owner: UnsafeMutableRawPointer?) -> Transfer? {
        owner.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}

// What libcurl calls. False hangs up.
extension Transfer {
    private func takeHead(_ line: UnsafeRawBufferPointer) -> Bool {
        lastHeard = clock.now
        head.take(line)
        guard head.byteCount > request.limits.headBytes else { return true }
        stopped = .reason(.endlessHead)
        return false
    }

    private func takeBody(_ part: UnsafeRawBufferPointer) -> Bool {
        lastHeard = clock.now
        let isRead = 200..<300 ~= head.status
        guard body.count + part.count <= (isRead ? request.limits.bytes : Self.unreadLimit) else {
            stopped = isRead ? .reason(.tooLarge(request.limits.bytes)) : .enough
            return false
        }
        makeRoom(for: part.count)
        body.append(contentsOf: part)
        return true
    }

    /// Doubles as arrays do, but never beyond the limit: several large answers at once have to fit in little memory.
    private func makeRoom(for count: Int) {
        guard body.count + count > body.capacity else { return }
        body.reserveCapacity(min(max(body.capacity * 2, body.count + count, 16_384), request.limits.bytes))
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let socketAddress = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        if isBound, NetworkAddress(socketAddress: socketAddress).map(settings.isPrivate) ?? true {
            hasRefused = true
            return CURL_SOCKET_BAD
        }
        // Programs that are started meanwhile, as a browser, do not get it.
        let flags = Int32(SOCK_CLOEXEC.rawValue)
        return socket(address.pointee.family, address.pointee.socktype | flags, address.pointee.`protocol`)
    }
}

extension Duration {
    /// Rounded up, and never 0, which means the usual limits to libcurl.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000), 1)
    }
}
