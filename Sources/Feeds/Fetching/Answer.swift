import CCurl
import Glibc
import News

/// What one transfer brought, and what it means.
struct Answer {
    let head: AnswerHead
    /// Nil when the transfer ended as it should.
    private let fault: FetchReason?
    let detail: String
    let isPublicServer: Bool
    private let body: [UInt8]

    init(_ transfer: Transfer, _ route: Route, _ code: CURLcode) {
        head = transfer.head
        body = transfer.body
        isPublicServer = transfer.isPublic(route.address)
        switch transfer.stopped {
        case .enough: fault = nil
        case .reason(let reason): fault = reason
        case nil: fault = code == CURLE_OK ? nil : FetchReason(code, transfer, route)
        }
        detail = fault == nil || transfer.stopped != nil ? "" : transfer.detail(code)
    }

    /// Where the server sends us instead; its own words may have broken off, which does not matter.
    var redirect: (location: String?, isPermanent: Bool)? {
        guard head.isComplete, [301, 302, 303, 307, 308].contains(head.status) else { return nil }
        return (head["location"], head.status == 301 || head.status == 308)
    }

    func outcome(of fetching: Fetching) throws(FetchReason) -> FetchOutcome {
        // A no is a no, also when the page that explains it breaks off.
        if head.isComplete, head.status == 304 || head.status >= 400 { return try judged(fetching) }
        if let fault { throw fault }
        return try judged(fetching)
    }

    private func judged(_ fetching: Fetching) throws(FetchReason) -> FetchOutcome {
        switch head.status {
        case 204, 205: throw .empty
        case 206: throw .otherStatus(206)
        case 200..<300:
            guard !body.isEmpty else { throw .empty }
            return .new(Fetched(bytes: body, facts: facts(fetching)))
        case 304:
            guard fetching.job.request.isConditional else { throw .nothingNewUnasked }
            return .unchanged(facts(fetching))
        default:
            throw FetchReason(
                status: head.status, hadPassword: fetching.route.credentials(fetching.job.request.credentials) != nil)
        }
    }

    private func facts(_ fetching: Fetching) -> AnswerFacts {
        let isSame = head.status == 304
        let request = fetching.job.request
        return AnswerFacts(
            address: fetching.route.address, permanentAddress: fetching.route.permanentAddress, status: head.status,
            contentType: head["content-type"], etag: head["etag"] ?? (isSame ? request.etag : nil),
            lastModified: head["last-modified"] ?? (isSame ? request.lastModified : nil),
            freshFor: head.freshFor(now: time(nil)), duration: fetching.spent)
    }
}

extension Fetching {
    /// - Parameter answer: nil when there was none to speak of.
    func failure(_ reason: FetchReason, _ answer: Answer? = nil, detail: String = "") -> FetchFailure {
        let status = answer.flatMap { $0.head.status >= 200 ? $0.head.status : nil }
        let asksForRest = status == 429 || status == 503
        return FetchFailure(
            reason: reason, address: route.address, status: status,
            // Who was passed on for the time being may find it elsewhere tomorrow.
            isGone: reason == .gone && route.isPermanent,
            retryAfter: asksForRest ? answer?.head.retryAfter(now: time(nil)) : nil, detail: answer?.detail ?? detail,
            duration: spent)
    }
}
