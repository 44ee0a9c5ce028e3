import Testing

@testable import Feeds

@Suite struct AnswerHeadTests {
    private func head(_ lines: String...) -> AnswerHead {
        var head = AnswerHead()
        for line in lines { head.take(Array((line + "\r\n").utf8)) }
        return head
    }

    @Test func lastHeadCounts() {
        let head = head("HTTP/1.1 103 Early", "ETag: a", "", "HTTP/2 200", "etag:  \"b\" ", "ETag: \"c\"", "")
        #expect(head.status == 200)
        #expect(head["etag"] == "\"b\"")
        #expect(head.isComplete)
        #expect(!self.head("HTTP/1.1 100 Continue", "").isComplete)
    }

    @Test func otherBytesStandPercentEncoded() {
        var head = AnswerHead()
        head.take(Array("Location: /caf".utf8) + [0xE9, 0x1B, 0x0D, 0x0A])
        #expect(head["location"] == "/caf%E9")
        #expect(self.head("Location: /café")["location"] == "/café")
    }

    // 2026-11-01 00:00 UTC
    private let now = 1_793_491_200

    @Test(arguments: [
        ("120", 120), ("0", nil), ("-1", nil), ("1.5", nil), ("soon", nil), ("99999999999999999999", nil),
        ("9999999999", 604_800), ("Sun, 01 Nov 2026 00:02:00 GMT", 120), ("Sat, 31 Oct 2026 00:00:00 GMT", nil),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 604_800),
    ])
    func restIsAskedFor(written: String, seconds: Int?) {
        #expect(head("HTTP/1.1 429 No", "Retry-After: \(written)").retryAfter(now: now) == seconds)
    }

    @Test(arguments: [
        (["Cache-Control: public, max-age=600"], 600), (["Cache-Control: max-age=600", "Age: 100"], 500),
        (["Cache-Control: max-age=600", "Age: -9223372036854775808"], 600),
        (["Cache-Control: no-cache, max-age=600"], nil),
        (["Cache-Control: max-age=0"], nil), (["Cache-Control: max-age=99999999999"], nil),
        (["Expires: Sun, 01 Nov 2026 01:00:00 GMT"], 3_600),
        (["Expires: Sun, 01 Nov 2026 01:00:00 GMT", "Date: Sun, 01 Nov 2026 00:59:00 GMT"], 60),
        (["Expires: 0"], nil), (["Expires: Fri, 31 Dec 9999 23:59:59 GMT"], 2_592_000), ([], nil),
    ])
    func freshnessIsTold(fields: [String], seconds: Int?) {
        var head = head("HTTP/1.1 200 OK")
        for field in fields { head.take(Array((field + "\r\n").utf8)) }
        #expect(head.freshFor(now: now) == seconds)
    }
}
