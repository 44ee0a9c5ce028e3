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
    /// How much it counts beside others.
    let weight: Float
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
        article: Feeds.article(id: slug, feed: "", text: text, title: title), names: names, marksOthers: true, weight: 1)
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

/// Texts as `{"id","source","text","entities":[{"start","end","type"}]}`, one a line, offsets in Unicode scalars.
/// Short texts of one source are put together, so that a tweet is not a story of its own.
func annotatedStories(in file: String, marksOthers: Bool, weight: Float) throws -> [GoldStory] {
    var stories: [GoldStory] = []
    for line in file.split(separator: "\n") {
        guard let object = try JSONValue(parsing: String(line)).object, let text = object["text"]?.string else {
            continue
        }
        // Byte offset of each scalar.
        var offsets: [Int] = []
        var bytes = 0
        for scalar in text.unicodeScalars {
            offsets.append(bytes)
            bytes += String(scalar).utf8.count
        }
        offsets.append(bytes)
        let kinds: [String: NameLabel] = [
            "person": .person, "organisation": .organisation, "place": .place, "other": .other,
        ]
        let names = (object["entities"]?.array ?? []).compactMap { value -> (TextSpan, NameLabel)? in
            guard let entity = value.object, let start = entity["start"]?.int, let end = entity["end"]?.int,
                let label = entity["type"]?.string.flatMap({ kinds[$0] })
            else { return nil }
            return (TextSpan(offsets[start], offsets[end]), label)
        }
        stories.append(
            GoldStory(
                article: Feeds.article(id: object["id"]?.string ?? "", feed: "", text: text),
                names: names.sorted { $0.0 < $1.0 }, marksOthers: marksOthers, weight: weight))
    }
    return stories
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
