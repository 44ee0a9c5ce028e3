import News
import Synchronization

@testable import Feeds

/// What came of fetches, in the order of the requests.
func outcomes(
    of requests: [FetchRequest], by fetcher: Fetcher = Fetcher(FetchSettings())
) -> [FetchOutcome] {
    let outcomes = Mutex<[Int: FetchOutcome]>([:])
    fetcher.fetchAll(requests) { place, outcome in outcomes.withLock { $0[place] = outcome } }
    fetcher.close()
    return outcomes.withLock { outcomes in requests.indices.compactMap { outcomes[$0] } }
}

func outcome(of request: FetchRequest, by fetcher: Fetcher = Fetcher(FetchSettings())) -> FetchOutcome {
    outcomes(of: [request], by: fetcher).first ?? .cancelled
}

extension FetchOutcome {
    var fetched: Fetched? { if case .new(let fetched) = self { fetched } else { nil } }
    var text: String? { fetched.map { String(decoding: $0.bytes, as: UTF8.self) } }
    var failure: FetchFailure? { if case .failed(let failure) = self { failure } else { nil } }
    var unchanged: AnswerFacts? { if case .unchanged(let facts) = self { facts } else { nil } }
    var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}
