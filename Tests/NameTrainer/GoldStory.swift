import Feeds
import Glibc
import JSONText
import News

import enum Extraction.NameLabel

/// A text whose names are marked.
struct GoldStory {
    let article: Article
    /// UTF-8 offsets in the article's text, in order, none overlapping.
    let names: [(span: TextSpan, label: NameLabel)]
    /// Whether names of no person, organisation or place are marked too. Where they are not, an unmarked word says nothing of them.
    let marksOthers: Bool
}

/// Stories marked in the text, one file many: `== slug`, then paragraphs with `{P Ana Ruiz}`, `{O …}`, `{L …}`, `{M …}`.
func markedStories(in file: String) -> [GoldStory] {
    var stories: [GoldStory] = []
    var slug = ""
    var lines: [Substring] = []
    func close() {
        if !lines.isEmpty { stories.append(markedStory(slug, lines)) }
        lines = []
    }
    for line in file.split(separator: "\n") {
        if line.hasPrefix("== ") {
            close()
            slug = String(line.dropFirst(3))
        } else {
            lines.append(line)
        }
    }
    close()
    return stories
}

private func markedStory(_ slug: String, _ lines: [Substring]) -> GoldStory {
    var text = ""
    var title = ""
    var names: [(TextSpan, NameLabel)] = []
    for line in lines {
        if !text.isEmpty { text += "\n\n" }
        let start = text.utf8.count
        var rest = line.hasPrefix("# ") ? line.dropFirst(2) : line
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let mark = rest[rest.index(after: open)..<close]
            let nameStart = text.utf8.count
            text += mark.dropFirst(2)
            if let label = label(mark.first) { names.append((TextSpan(nameStart, text.utf8.count), label)) }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        if line.hasPrefix("# ") { title = String(text.utf8.dropFirst(start)) ?? "" }
    }
    return GoldStory(
        article: Feeds.article(id: slug, feed: "", text: text, title: title), names: names, marksOthers: true)
}

private func label(_ letter: Character?) -> NameLabel? {
    switch letter {
    case "P": .person
    case "O": .organisation
    case "L": .place
    case "M": .other
    default: nil
    }
}

/// Texts as `{"id","text","entities":[{"start","end","type"}]}`, one a line, offsets in Unicode scalars.
func annotatedStories(in file: String, marksOthers: Bool) throws -> [GoldStory] {
    try annotatedTexts(in: file).map { $0.story(marksOthers: marksOthers) }
}

/// The same, with twenty texts put together, so that a tweet is not a story of its own.
func shortStories(in file: String, section: String) throws -> [GoldStory] {
    let texts = try annotatedTexts(in: file).filter { $0.id.hasPrefix(section) }
    return stride(from: 0, to: texts.count, by: 20).map { start in
        texts[start..<min(start + 20, texts.count)].dropFirst().reduce(into: texts[start]) { $0.append($1) }
            .story(marksOthers: false)
    }
}

private struct AnnotatedText {
    let id: String
    private var text: String
    /// In UTF-8 offsets.
    private var names: [(span: TextSpan, label: NameLabel)] = []

    private static let labels: [String: NameLabel] = [
        "person": .person, "organisation": .organisation, "place": .place, "other": .other,
    ]

    /// Nil without a text.
    init?(_ object: JSONObject) {
        guard let text = object["text"]?.string else { return nil }
        id = object["id"]?.string ?? ""
        self.text = text
        // The byte offset of each scalar.
        var offsets: [Int] = []
        var bytes = 0
        for scalar in text.unicodeScalars {
            offsets.append(bytes)
            bytes += UTF8.width(scalar)
        }
        offsets.append(bytes)
        for entity in (object["entities"]?.array ?? []).compactMap(\.object) {
            guard let start = entity["start"]?.int, let end = entity["end"]?.int, start < end, end < offsets.count,
                let label = entity["type"]?.string.flatMap({ Self.labels[$0] })
            else { continue }
            names.append((TextSpan(offsets[start], offsets[end]), label))
        }
    }

    mutating func append(_ other: AnnotatedText) {
        text += "\n\n"
        let start = text.utf8.count
        text += other.text
        names += other.names.map { (TextSpan($0.span.start + start, $0.span.end + start), $0.label) }
    }

    func story(marksOthers: Bool) -> GoldStory {
        GoldStory(
            article: Feeds.article(id: id, feed: "", text: text), names: names.sorted { $0.span < $1.span },
            marksOthers: marksOthers)
    }
}

private func annotatedTexts(in file: String) throws -> [AnnotatedText] {
    try file.split(separator: "\n").compactMap { line in
        try JSONValue(parsing: String(line)).object.flatMap(AnnotatedText.init)
    }
}

func contents(of path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw TrainerFailure("\(path) cannot be opened.") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

struct TrainerFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
