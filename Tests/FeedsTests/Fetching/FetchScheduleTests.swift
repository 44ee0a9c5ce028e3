import News
import Testing

@testable import Feeds

@Suite struct FetchScheduleTests {
    private func failure(_ reason: FetchReason, isGone: Bool = false, retryAfter: Int? = nil) throws -> FetchOutcome {
        .failed(
            FetchFailure(
                reason: reason, address: try #require(WebAddress("http://a.example/")), status: nil, isGone: isGone,
                retryAfter: retryAfter, detail: "", duration: .zero))
    }

    private func unchanged(freshFor: Int?) throws -> FetchOutcome {
        .unchanged(
            AnswerFacts(
                address: try #require(WebAddress("http://a.example/")), permanentAddress: nil, status: 304,
                contentType: nil, etag: nil, lastModified: nil, freshFor: freshFor, duration: .zero))
    }

    @Test func usersIntervalGoesBeforeTheServers() throws {
        let usual = FetchSchedule(interval: nil)
        #expect(usual.wait(after: try unchanged(freshFor: nil), failures: 0) == 3_600)
        #expect(usual.wait(after: try unchanged(freshFor: 60), failures: 0) == 3_600)
        #expect(usual.wait(after: try unchanged(freshFor: 7_200), failures: 0) == 7_200)
        #expect(usual.wait(after: try unchanged(freshFor: 2_592_000), failures: 0) == 86_400)
        #expect(FetchSchedule(interval: 900).wait(after: try unchanged(freshFor: 7_200), failures: 0) == 900)
        #expect(FetchSchedule(interval: 0).wait(after: try unchanged(freshFor: nil), failures: 0) == 60)
    }

    @Test func failuresAreTriedEverMoreSeldom() throws {
        let schedule = FetchSchedule(interval: 1_800)
        let waits = try [1, 2, 3, 9, 99].map { schedule.wait(after: try failure(.noConnection), failures: $0) }
        #expect(waits == [1_800, 3_600, 7_200, 86_400, 86_400])
        #expect(FetchSchedule(interval: 604_800).wait(after: try failure(.noConnection), failures: 3) == 604_800)
    }

    @Test func serversWishesAreObeyed() throws {
        let schedule = FetchSchedule(interval: 1_800)
        #expect(schedule.wait(after: try failure(.tooOften, retryAfter: 9_000), failures: 1) == 9_000)
        #expect(schedule.wait(after: try failure(.tooOften, retryAfter: 5), failures: 1) == 1_800)
        #expect(schedule.wait(after: try failure(.gone, isGone: true), failures: 1) == nil)
        #expect(schedule.wait(after: .cancelled, failures: 0) == 0)
    }
}
