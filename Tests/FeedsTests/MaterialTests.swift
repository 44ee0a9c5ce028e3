import Feeds
import FoundationEssentials
import Glibc
import News
import Testing

/// Larger collections of odd input, which are not part of the sources: set `DATELINE_MATERIAL` to their folder.
///
/// Expected there: `seed/` with a story and its `expected.json`, `eval/strings/*.ndjson`, `eval/*.dev.ndjson`.
@Suite(.enabled(if: material != nil, "DATELINE_MATERIAL is not set"))
struct MaterialTests {
    private struct Row: Decodable {
        let id: String
        var b64: String?
        var expect: String?
        var valid: Bool?
        var carrier: String?
        var html: String?
        var text: String?
    }

    private struct Expected: Decodable {
        let text, title, standfirst, source, credits: String
        let boilerplate: [String]
    }

    private func rows(_ name: String) throws -> [Row] {
        let data = try Data(contentsOf: URL(filePath: "\(material ?? "")/eval/\(name).ndjson"))
        return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Row.self, from: Data($0)) }
    }

    @Test func seedStoryIsCutAsExpected() throws {
        let data = try Data(contentsOf: URL(filePath: "\(material ?? "")/seed/expected.json"))
        let expected = try JSONDecoder().decode(Expected.self, from: data)
        let story = article(id: "seed", feed: "f", text: expected.text)
        #expect(story.title == expected.title)
        #expect(story.standfirst.map { String(story.text[$0]) } == expected.standfirst)
        #expect(story.source == expected.source)
        #expect(story.credits == expected.credits)
        #expect(story.paragraphs(of: .furniture).map { String(story.text[$0.span]) } == expected.boilerplate)
    }

    @Test func encodingsAreDecoded() throws {
        for row in try rows("strings/encodings") {
            let bytes = Data(base64Encoded: row.b64 ?? "").map(Array.init) ?? []
            // Without a mark or a declaration the other sets cannot be told from Windows-1252.
            guard
                row.carrier == "html"
                    || ["enc/utf-8", "enc/utf-16", "enc/utf-16-le", "enc/utf-16-be", "enc/utf-32", "enc/iso-8859-1"]
                        .contains(row.id)
            else { continue }
            let text =
                row.carrier == "html" ? article(id: "a", feed: "f", bytes: bytes, format: .html).text : decoded(bytes)
            if let expect = row.expect {
                #expect(row.carrier == "html" ? text.contains(expect) : text == expect, "\(row.id)")
            }
        }
    }

    @Test func validUTF8StaysAndDamagedCrashesNobody() throws {
        for row in try rows("strings/utf8") {
            let bytes = Data(base64Encoded: row.b64 ?? "").map(Array.init) ?? []
            let text = decoded(bytes)
            if row.valid == true { #expect(text == row.expect, "\(row.id)") }
            #expect(text.hasPrefix("[") && text.hasSuffix("\n"), "\(row.id)")
        }
    }

    @Test func pagesShowWhatBrowsersShow() throws {
        func visible(_ text: String) -> String {
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter {
                        $0.value > 0x20 && $0.value != 0x200B && !(0x7F...0xA0 ~= $0.value)
                            && !$0.properties.isWhitespace
                    }))
        }
        for row in try rows("strings/html_text") {
            #expect(
                visible(article(id: "a", feed: "f", html: row.html ?? "").text) == visible(row.text ?? ""), "\(row.id)")
        }
    }

    @Test func namesOfFilesNeverVanish() throws {
        let folder = try ScratchFolder()
        let names = try rows("strings/names").map { Data(base64Encoded: $0.b64 ?? "").map(Array.init) ?? [] }
        for name in names where !name.contains(UInt8(ascii: "/")) { try folder.write("Words.", toRaw: name) }
        let found = try findings(at: [folder.path])
        #expect(found.files.count + found.otherCount == Set(names).count)
        for file in found.files { #expect(try loaded(file).text == "Words.") }
    }

    @Test(arguments: ["quotes.dev", "people.dev", "entities.dev", "countries-about.dev", "countries-mentioned.dev"])
    func everyStoryKeepsItsTextAndItsSpans(_ name: String) throws {
        for row in try rows(name) {
            let story = article(id: row.id, feed: "f", text: row.text ?? "")
            #expect(story.text == row.text)
            #expect(story.brokenSpans == [], "\(row.id)")
            #expect(story.paragraphs.contains { $0.part.isBody }, "\(row.id)")
        }
    }
}

private let material: String? = getenv("DATELINE_MATERIAL").map { String(cString: $0) }
