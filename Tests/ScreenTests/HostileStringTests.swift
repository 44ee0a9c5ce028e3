import FoundationEssentials
import Screen
import Testing

/// Collections of strings that break programs, kept outside the repository: looked for beside it.
private let strings = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/eval/strings")

private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: strings.appending(path: name).path)
}

private struct Case: Decodable {
    let id: String
    let b64: Data
    let forbid: [String]?
    let cells: Int?

    var text: String { String(decoding: b64, as: UTF8.self) }
}

private func cases(_ name: String) throws -> [Case] {
    try Data(contentsOf: strings.appending(path: name)).split(separator: 0x0A).map {
        try JSONDecoder().decode(Case.self, from: $0)
    }
}

@Suite struct HostileStringTests {
    @Test(
        .enabled(if: isThere("terminal.ndjson"), "needs the strings beside the repository"),
        arguments: ["terminal.ndjson", "naughty.ndjson", "graphemes.ndjson", "widths.ndjson", "utf8.ndjson"])
    func everythingIsDrawnSafely(name: String) throws {
        for hostile in try cases(name) {
            followsItsRules(hostile.text)
            for width in [1, 2, 7, 80] {
                let lines = wrapped(hostile.text, 0..<hostile.text.utf8.count, width: width)
                #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
        }
    }

    @Test(.enabled(if: isThere("terminal.ndjson"), "needs the strings beside the repository"))
    func noForbiddenSequenceIsDrawn() throws {
        for hostile in try cases("terminal.ndjson") {
            let drawn = Drawable(hostile.text).map(\.glyph).joined()
            // The patterns are written for bytes.
            let bytes = String(String.UnicodeScalarView(drawn.utf8.map(Unicode.Scalar.init)))
            for pattern in hostile.forbid ?? [] {
                let forbidden = try Regex(pattern).matchingSemantics(.unicodeScalar)
                #expect(bytes.firstMatch(of: forbidden) == nil, "\(hostile.id)")
            }
        }
    }

    /// The widths there are those of a newer table: it gives two columns to what a variation selector makes an emoji
    /// (terminals and the C library: one), knows newer emoji, and gives no column to a line separator.
    @Test(.enabled(if: isThere("widths.ndjson"), "needs the strings beside the repository"))
    func widthsAgree() throws {
        for hostile in try cases("widths.ndjson") {
            let text = hostile.text
            let isKnown = !text.unicodeScalars.contains { $0 == "\u{FE0F}" || $0 == "\u{2028}" || $0 == "\u{2029}" }
            guard let cells = hostile.cells, isKnown, !Drawable(text).contains(where: { $0.glyph == "\u{FFFD}" }) else {
                continue
            }
            #expect(columns(of: text) == cells, "\(hostile.id) \(text)")
        }
    }
}
