import Glibc
import News
import Synchronization
import ServerKit
import Testing

@testable import Feeds

@Suite struct FetcherTests {
    @Test func feedComesWithItsFacts() throws {
        let server = try LoopbackServer { exchange in
            let fields = [
                "Content-Type: application/rss+xml; charset=utf-8", "ETag: \"7\"", "Cache-Control: public, max-age=900",
                "Last-Modified: Sun, 01 Nov 2026 08:00:00 GMT",
            ]
            exchange.answer("200 OK", fields, body: "<rss/>")
        }
        let fetched = try #require(outcome(of: FetchRequest(try server.address("/news.xml"))).fetched)
        #expect(String(decoding: fetched.bytes, as: UTF8.self) == "<rss/>")
        #expect(fetched.facts.contentType == "application/rss+xml; charset=utf-8")
        #expect(fetched.facts.etag == "\"7\"")
        #expect(fetched.facts.lastModified == "Sun, 01 Nov 2026 08:00:00 GMT")
        #expect(fetched.facts.freshFor == 900)
        #expect(fetched.facts.address == (try server.address("/news.xml")))
        #expect(fetched.facts.permanentAddress == nil)
    }

    @Test func whatHasNotChangedIsNotSentAgain() throws {
        let server = try LoopbackServer { exchange in
            let isKnown =
                exchange.field("If-None-Match") == "\"7\"" && exchange.field("If-Modified-Since") == "yesterday"
            if isKnown { exchange.answer("304 Not Modified") } else { exchange.answer(body: "<rss/>") }
        }
        let address = try server.address("/")
        let facts = outcome(of: FetchRequest(address, etag: "\"7\"", lastModified: "yesterday")).unchanged
        #expect(facts?.etag == "\"7\"")
        #expect(facts?.lastModified == "yesterday")
        #expect(outcome(of: FetchRequest(address, etag: "\"6\"")).text == "<rss/>")
        // Another field cannot be slipped in.
        #expect(outcome(of: FetchRequest(address, etag: "\"7\"\r\nIf-Modified-Since: yesterday")).text == "<rss/>")
    }

    @Test func saysWhoAsksAndForWhat() throws {
        let server = try LoopbackServer { exchange in
            let names = ["User-Agent", "Accept", "Cookie", "Referer"]
            exchange.answer(body: names.map { exchange.field($0) ?? "-" }.joined(separator: "|"))
        }
        let feed = outcome(of: FetchRequest(try server.address("/"))).text
        #expect(feed?.hasPrefix("Dateline/0.1 (news reader for the terminal)|application/atom+xml, ") ?? false)
        #expect(feed?.hasSuffix("|-|-") ?? false)
        let page = outcome(of: FetchRequest(try server.address("/"), purpose: .page)).text
        #expect(page?.contains("|text/html, ") ?? false)
    }

    @Test(arguments: [
        ("gzip", "H4sIAAAAAAACA7MpKi62s0nOSMzLS82xsynJLMlJtfNILErKLy1SyEstL7bRh4jZ6MMV6YP0AACWNMUhOQAAAA=="),
        ("deflate", "eJyzKSoutrNJzkjMy0vNsbMpySzJSbXzSCxKyi8tUshLLS+20YeI2ejDFemD9AAAYTEUwA=="),
        ("br", "GzgAoIyUqetTvvDIlc8cOOSA/VvS1jLKgx2w85OxmF5CAI2RqLvvQGVMAQ=="),
    ])
    func packedAnswerIsUnpacked(encoding: String, base64: String) throws {
        let packed = bytes(base64: base64)
        let server = try LoopbackServer { exchange in
            guard exchange.field("Accept-Encoding")?.contains(encoding) ?? false else {
                return exchange.answer("406 No")
            }
            exchange.answer("200 OK", ["Content-Encoding: \(encoding)"], body: packed)
        }
        let text = outcome(of: FetchRequest(try server.address("/"))).text
        #expect(text == "<rss><channel><title>Harbour news</title></channel></rss>")
    }

    @Test func largeAnswersAreCutOffUnpacked() throws {
        // 30,000 blanks.
        let packed = bytes(
            base64: "H4sIAAAAAAACA+3BMQEAAADCoCrrn9ISnkABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHwMQ/A23zB1AAA=")
        let server = try LoopbackServer { exchange in
            switch exchange.path {
            case "/packed": exchange.answer("200 OK", ["Content-Encoding: gzip"], body: packed)
            case "/announced": exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
            default:
                exchange.send("HTTP/1.1 200 OK\r\n\r\n")
                for _ in 0..<100 { exchange.send([UInt8](repeating: 0x20, count: 1_000)) }
            }
        }
        var limits = FetchLimits()
        limits.bytes = 20_000
        for path in ["/packed", "/announced", "/endless"] {
            let failure = outcome(of: FetchRequest(try server.address(path), limits: limits)).failure
            #expect(failure?.reason == .tooLarge(20_000), "\(path)")
        }
        limits.bytes = 30_000
        #expect(outcome(of: FetchRequest(try server.address("/packed"), limits: limits)).fetched?.bytes.count == 30_000)
    }

    @Test func passwordGoesToItsOwnServerAlone() throws {
        let other = try LoopbackServer(host: "127.0.0.2") { exchange in
            exchange.answer(body: exchange.field("Authorization") ?? "none")
        }
        let target = try other.address("/").text
        let server = try LoopbackServer { exchange in
            switch exchange.path {
            case "/away": exchange.answer("302 Found", ["Location: \(target)"])
            case "/near": exchange.answer("302 Found", ["Location: /here"])
            default: exchange.answer(body: exchange.field("Authorization") ?? "none")
            }
        }
        func told(_ path: String) throws -> String? {
            let credentials = Credentials(user: "ana", password: "s:cret")
            return outcome(of: FetchRequest(try server.address(path), credentials: credentials)).text
        }
        #expect(try told("/") == "Basic YW5hOnM6Y3JldA==")
        #expect(try told("/near") == "Basic YW5hOnM6Y3JldA==")
        #expect(try told("/away") == "none")
        let address = try #require(WebAddress("http://ana:s%3Acret@127.0.0.1:\(server.port)/"))
        let fetched = outcome(of: FetchRequest(address))
        #expect(fetched.text == "Basic YW5hOnM6Y3JldA==")
        #expect(fetched.fetched?.facts.address == (try server.address("/")))
    }

    @Test func librariesWordsHoldNoPassword() throws {
        let address = try #require(WebAddress("http://ana:secret@127.0.0.1:1/"))
        let failure = try #require(outcome(of: FetchRequest(address)).failure)
        #expect(failure.reason == .noConnection)
        #expect(!"\(failure) \(failure.problem)".contains("secret"))
    }
}

/// Standard base64 without line ends.
private func bytes(base64: String) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for letter in base64.utf8 {
        guard let value = letters.firstIndex(of: letter) else { break }
        bits = (bits << 6 | value) & 0xFFFF
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
    }
    return bytes
}
