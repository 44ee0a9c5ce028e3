import News

/// The writer's name where only the page's elements give it away: "von Ilse Maren" in an element that is called author.
struct PageByline {
    let text: [UInt8]

    /// The name in a line; nil when it is none.
    func name(in range: Range<Int>) -> String? {
        var words = text.line(range).split(separator: " ")
        while let first = words.first, bylineWords.contains(first.lowercased().filter { $0 != ":" }) {
            words.removeFirst()
        }
        let end = words.firstIndex { word in
            word.utf8.contains(where: \.isDigit)
                || ["|", "-", "\u{2013}", "\u{2014}", "\u{B7}", "\u{2022}", "/"].contains(word)
        }
        words = Array(words[..<(end ?? words.count)])
        if let comma = words.firstIndex(where: { $0.hasSuffix(",") }) { words = Array(words[...comma]) }
        let name = words.joined(separator: " ").trimmed
        guard 1...5 ~= words.count, 2...60 ~= name.utf8.count, !name.utf8.contains(UInt8(ascii: "@")) else {
            return nil
        }
        let isName = words.contains { word in word.utf8.first.map { $0.isUpper || $0.isHigh } ?? false }
        return isName && !bylineStops.contains(name.lowercased()) ? name : nil
    }
}

extension PageByline {
    /// The name in a line that says on its own that it is a byline: "Por Ana Oliveira", "von Ilse Maren, 12. März 2024".
    /// Nil when it may as well be the beginning of a sentence.
    func nameAlone(in range: Range<Int>) -> String? {
        let words = text.line(range).split(separator: " ")
        guard let first = words.first, plainBylineWords.contains(first.lowercased().filter { $0 != ":" }),
            words.count <= 5 || writtenDate(in: text, range) != nil, let name = name(in: range)
        else { return nil }
        let parts = name.split(separator: " ")
        let areNames = parts.allSatisfy { part in
            part.utf8.first.map { $0.isUpper || $0.isHigh } ?? false || nameParticles.contains(String(part))
        }
        return parts.count >= 2 && areNames ? name : nil
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let last = text.last, ",;:.".contains(last) { text.removeLast() }
        return String(text)
    }
}

/// What stands before a writer's name.
private let bylineWords: Set<String> = [
    "by", "von", "por", "par", "di", "da", "door", "av", "af", "de", "autor", "autorin", "author", "auteur", "autore",
    "written", "posted", "published", "text", "texte", "redaktion", "words", "story", "verfasst", "geschrieben",
    "veröffentlicht", "erstellt", "publicado", "escrito", "publié", "fotos", "und", "photos", "автор",
]

/// Those of them that a name follows rather than anything else.
private let plainBylineWords: Set<String> = [
    "by", "von", "por", "par", "door", "af", "av", "autor", "autorin", "auteur",
]

/// What stands within names in small letters.
private let nameParticles: Set<String> = [
    "de", "da", "do", "dos", "del", "di", "van", "von", "der", "den", "la", "le", "e", "y", "und", "et", "en", "och",
    "og",
]

/// Lines of the same elements that name nobody.
private let bylineStops: Set<String> = [
    "admin", "author", "authors", "about the author", "follow", "share", "comments", "read more", "home",
    "über den autor", "view all posts", "autor", "published", "updated", "editor", "staff",
]
