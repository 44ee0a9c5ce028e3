/// A piece of a TOML text that can be parsed by itself: `[a.b]`, or `key = value`, with all lines of a list or a long
/// text.
struct Statement: Hashable, Sendable {
    /// Its first line, from 1.
    let line: Int
    private(set) var lines: [Substring]
    /// Where key and value begin in the first line, from 1; the value's is nil in a header and where there is no "=".
    let column: Int
    let valueColumn: Int?
    fileprivate var end = StatementEnd()

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// What stands behind the “=” in the first line, without a remark; empty where there is none.
    var value: String {
        guard let valueColumn else { return "" }
        return lines[0].dropFirst(valueColumn - 1).prefix { $0 != "#" }.split(separator: " ").joined(separator: " ")
    }

    var isHeader: Bool { valueColumn == nil && lines[0].dropFirst(column - 1).first == "[" }

    /// Whether its value is a table in braces, or has one.
    var hasInnerTable: Bool { end.hasBraces }

    fileprivate init(_ text: Substring, line: Int) {
        self.line = line
        lines = []
        column = (text.prefix { $0 == " " || $0 == "\t" }).count + 1
        valueColumn = Self.valueColumn(of: text)
        append(text)
    }

    fileprivate mutating func append(_ text: Substring) {
        lines.append(text)
        end.take(text)
    }

    /// Where the value of `key = value` begins; nil when the line is none. The key may have dots and quotation marks.
    fileprivate static func valueColumn(of line: Substring) -> Int? {
        var rest = line[...]
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard let first = rest.first, first != "=", first != "[", first != "#" else { return nil }
        var quote: Character?
        for (place, letter) in zip(rest.indices, rest) {
            if let open = quote {
                if letter == open { quote = nil }
            } else if letter == "\"" || letter == "'" {
                quote = letter
            } else if letter == "=" {
                let value = line[line.index(after: place)...]
                let blanks = value.prefix { $0 == " " || $0 == "\t" }
                return line.distance(from: line.startIndex, to: blanks.endIndex) + 1
            } else if letter == "#" || letter == "[" || letter == "{" || letter == "," {
                return nil
            }
        }
        return nil
    }

    /// Whether a line can only be a table's header: `[panes]`.
    fileprivate static func isHeader(_ line: Substring) -> Bool {
        let words = line.drop { $0 == " " || $0 == "\t" }
        guard words.first == "[", let end = words.firstIndex(of: "]") else { return false }
        let name = words[..<end].drop { $0 == "[" }
        return !name.isEmpty && !name.contains(",")
            && words[end...].drop { $0 == "]" || $0 == " " || $0 == "\t" }.first.map { $0 == "#" } ?? true
    }
}

/// Cuts a text into its statements. A line that begins a statement ends the one before it, whatever that one left open:
/// so a forgotten bracket spoils no other line.
func statements(of text: String) -> [Statement] {
    var statements: [Statement] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let line = raw.last == "\r" ? raw.dropLast() : raw
        if let last = statements.last, last.end.isInLongText {
            statements[statements.count - 1].append(line)
            continue
        }
        let words = line.drop { $0 == " " || $0 == "\t" }
        if words.isEmpty || words.first == "#" { continue }
        let begins = Statement.isHeader(line) || Statement.valueColumn(of: line) != nil
        if !begins, let last = statements.last, last.end.isOpen {
            statements[statements.count - 1].append(line)
        } else {
            statements.append(Statement(line, line: index + 1))
        }
    }
    return statements
}

/// What a statement's lines so far have left open.
private struct StatementEnd: Hashable, Sendable {
    private var brackets = 0
    private var longQuote: String?
    private(set) var hasBraces = false

    var isOpen: Bool { brackets > 0 || isInLongText }
    var isInLongText: Bool { longQuote != nil }

    mutating func take(_ line: Substring) {
        var rest = line
        while let letter = rest.first {
            if let quote = longQuote {
                if rest.hasPrefix(quote) {
                    longQuote = nil
                    rest = rest.dropFirst(3)
                } else {
                    rest = rest.dropFirst(letter == "\\" && quote == "\"\"\"" ? 2 : 1)
                }
                continue
            }
            if rest.hasPrefix("\"\"\"") || rest.hasPrefix("'''") {
                longQuote = String(rest.prefix(3))
                rest = rest.dropFirst(3)
                continue
            }
            switch letter {
            case "#": return
            case "\"", "'": rest = Self.afterWord(rest)
            case "[", "{":
                brackets += 1
                hasBraces = hasBraces || letter == "{"
                rest = rest.dropFirst()
            case "]", "}":
                brackets -= 1
                rest = rest.dropFirst()
            default: rest = rest.dropFirst()
            }
        }
    }

    /// What stands behind a word between quotation marks; nothing when they are not closed.
    private static func afterWord(_ words: Substring) -> Substring {
        guard let quote = words.first else { return words }
        var rest = words.dropFirst()
        while let letter = rest.first {
            rest = rest.dropFirst(letter == "\\" && quote == "\"" ? 2 : 1)
            if letter == quote { break }
        }
        return rest
    }
}
