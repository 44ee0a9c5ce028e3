/// A line of newsboat's `urls`: words between blanks, some between quotation marks.
struct NewsboatLine {
    /// The address, or what stands in its place.
    let source: String
    let tags: [String]
    /// Behind a "~": the name that is shown instead of the feed's own.
    let name: String?
    /// A "!" leaves the feed out of the list.
    let isHidden: Bool

    /// - Returns: nil for a comment or a line with nothing in it.
    init?(_ line: some Collection<UInt8>) {
        let words = Self.words(of: Array(line))
        guard let source = words.first else { return nil }
        self.source = source
        let names = words.dropFirst().filter { $0.hasPrefix("~") }
        name = names.first.map { String($0.dropFirst()) }
        let rest = words.dropFirst().filter { !$0.hasPrefix("~") }
        isHidden = rest.contains { $0.hasPrefix("!") }
        tags = rest.map { String($0.drop { $0 == "!" }) }.filter { !$0.isEmpty }
    }

    init(source: String, tags: [String] = [], name: String? = nil, isHidden: Bool = false) {
        self.source = source
        self.tags = tags
        self.name = name
        self.isHidden = isHidden
    }

    var text: String {
        var words = [Self.quoted(source, isBare: !source.contains { $0 == "#" || $0 == "\"" || $0.isWhitespace })]
        words += tags.map { Self.quoted($0, isBare: $0.utf8.allSatisfy { $0.isLetterOrDigit || $0.isHigh }) }
        if isHidden { words.append("\"!\"") }
        if let name { words.append(Self.quoted("~\(name)", isBare: false)) }
        return words.joined(separator: " ")
    }

    private static func quoted(_ word: String, isBare: Bool) -> String {
        if isBare { return word }
        return "\"\(word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private static func words(of line: [UInt8]) -> [String] {
        var words: [String] = []
        var at = 0
        while true {
            while at < line.count, line[at].isBlank { at += 1 }
            guard at < line.count, line[at] != UInt8(ascii: "#") else { return words }
            if line[at] == UInt8(ascii: "\"") {
                words.append(quotedWord(line, &at))
            } else {
                let start = at
                while at < line.count, !line[at].isBlank { at += 1 }
                words.append(String(decoding: line[start..<at], as: UTF8.self))
            }
        }
    }

    /// Its end may be missing.
    private static func quotedWord(_ line: [UInt8], _ at: inout Int) -> String {
        var word: [UInt8] = []
        at += 1
        while at < line.count, line[at] != UInt8(ascii: "\"") {
            if line[at] == UInt8(ascii: "\\"), at + 1 < line.count {
                at += 1
                switch line[at] {
                case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): word.append(0x20)
                default: word.append(line[at])
                }
            } else {
                word.append(line[at])
            }
            at += 1
        }
        at += 1
        return String(decoding: word, as: UTF8.self)
    }
}
