import News

/// A story with what must be found in it, as a reader would mark it with a pencil:
///
///     == the speaker stands behind the quotation
///     {1 “We will rebuild,”} said Maria Lopez, the mayor of Lima.
///     -- 1 Maria Lopez
///     -- people: Maria Lopez
///
/// `{1 …}` is a quotation; every quotation of the story is marked, and none else may be found. Behind `--` stands who
/// said it (`?` when the text does not say), the people, organisations, places, countries (`UA*`: the story is about it)
/// or roles. A paragraph is a line; one that begins with `# ` is the headline.
struct MarkedCase: CustomStringConvertible, Sendable {
    let name: String
    let article: Article
    let quotes: [String: String]
    let checks: [(subject: String, expected: [String])]

    var description: String { name }

    /// The cases of a file, in order.
    static func all(in file: String) -> [MarkedCase] {
        var cases: [MarkedCase] = []
        var name = ""
        var lines: [String] = []
        func close() {
            if !name.isEmpty { cases.append(MarkedCase(name: name, lines: lines)) }
            lines = []
        }
        for line in file.split(separator: "\n") {
            if line.hasPrefix("== ") {
                close()
                name = String(line.dropFirst(3))
            } else {
                lines.append(String(line))
            }
        }
        close()
        return cases
    }

    private init(name: String, lines: [String]) {
        self.name = name
        var text = ""
        var paragraphs: [Paragraph] = []
        var quotes: [String: String] = [:]
        var checks: [(String, [String])] = []
        var titleSpan: TextSpan?
        for line in lines {
            if line.hasPrefix("-- ") {
                checks.append(Self.check(line.dropFirst(3)))
                continue
            }
            let isHeadline = line.hasPrefix("# ")
            let (plain, marked) = Self.unmarked(isHeadline ? String(line.dropFirst(2)) : line)
            quotes.merge(marked) { $0 + " / " + $1 }
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += plain
            let span = TextSpan(start, text.utf8.count)
            paragraphs.append(Paragraph(span, isHeadline ? .headline : .body))
            if isHeadline { titleSpan = span }
        }
        article = Article(
            id: name, feed: "", text: text, title: titleSpan.map { String(text[$0]) } ?? String(text.prefix(40)),
            titleSpan: titleSpan, paragraphs: paragraphs)
        self.quotes = quotes
        self.checks = checks
    }

    /// "1 Maria Lopez" or "people: A; B".
    private static func check(_ line: Substring) -> (String, [String]) {
        if let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy(\.isLetter) {
            let names = line[line.index(after: colon)...].split(separator: ";").map { trimmed($0) }.filter {
                !$0.isEmpty
            }
            return (String(line[..<colon]), names)
        }
        let blank = line.firstIndex(of: " ") ?? line.endIndex
        return (String(line[..<blank]), [trimmed(line[blank...])])
    }

    /// The text without the pencil marks, and what they marked, quotation marks and blanks cut off.
    private static func unmarked(_ line: String) -> (String, [String: String]) {
        var plain = ""
        var marked: [String: String] = [:]
        var rest = Substring(line)
        while let open = rest.firstIndex(of: "{") {
            plain += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}"), let blank = rest[open...].firstIndex(of: " ") else {
                break
            }
            let words = rest[rest.index(after: blank)..<close]
            let label = String(rest[rest.index(after: open)..<blank])
            marked[label] = marked[label].map { $0 + " / " + inner(words) } ?? inner(words)
            plain += words
            rest = rest[rest.index(after: close)...]
        }
        return (plain + rest, marked)
    }

    /// Words without the marks around them.
    static func inner(_ words: Substring) -> String {
        let marks: Set<Character> = ["“", "”", "\"", "‘", "’", "'", "«", "»", "„", "\u{a0}", " "]
        var inner = words
        while let first = inner.first, marks.contains(first) { inner.removeFirst() }
        while let last = inner.last, marks.contains(last) { inner.removeLast() }
        return String(inner)
    }

    private static func trimmed(_ words: Substring) -> String {
        var words = words
        while words.first == " " { words.removeFirst() }
        while words.last == " " { words.removeLast() }
        return String(words)
    }
}
