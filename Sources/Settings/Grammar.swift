// The grammar of one statement, checked before the parser gets it: toml++ stops the program, or worse, at some texts that
// are no TOML, where it takes for granted that it was called with the right letter next.

extension Statement {
    /// Where it stops being one: lines and columns from 1 within the statement; nil when it is whole.
    var fault: (line: Int, column: Int)? {
        let text = lines.joined(separator: "\n")
        var scan = Scan(text)
        scan.skipBlanks()
        let isWhole = isHeader ? scan.takeHeader() : scan.takeKey() && scan.take("=") && scan.takeValue(depth: 0)
        scan.skipBlanks()
        if isWhole, scan.isAtEnd || scan.takeRemark(), scan.isAtEnd { return nil }
        return scan.place
    }
}

private struct Scan {
    private let letters: [Unicode.Scalar]
    private var at = 0

    private static let deepest = 8

    init(_ text: String) { letters = Array(text.unicodeScalars) }

    var isAtEnd: Bool { at >= letters.count }

    var place: (line: Int, column: Int) {
        let before = letters.prefix(at)
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return (before.count { $0 == "\n" } + 1, at - lineStart + 1)
    }

    private var next: Unicode.Scalar? { at < letters.count ? letters[at] : nil }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard next == letter else { return false }
        at += 1
        return true
    }

    mutating func skipBlanks() {
        while next == " " || next == "\t" { at += 1 }
    }

    mutating func takeRemark() -> Bool {
        guard take("#") else { return false }
        while let letter = next, letter != "\n" {
            guard Self.isPrinted(letter) else { return false }
            at += 1
        }
        return true
    }

    mutating func takeHeader() -> Bool {
        guard take("[") else { return false }
        let isList = take("[")
        return takeKey() && take("]") && (!isList || take("]"))
    }

    /// Words and quoted words with dots between them, and the blanks around.
    mutating func takeKey() -> Bool {
        repeat {
            skipBlanks()
            if next == "\"" || next == "'" {
                guard takeQuoted() else { return false }
            } else {
                guard takeWord(where: { Self.isLetterOrDigit($0) || $0 == "_" || $0 == "-" }) else { return false }
            }
            skipBlanks()
        } while take(".")
        return true
    }

    mutating func takeValue(depth: Int) -> Bool {
        skipBlanks()
        switch next {
        case "\"", "'": return takeLongQuoted() ?? takeQuoted()
        case "[": return depth < Self.deepest && takeList(depth: depth)
        case let letter? where Self.isLetterOrDigit(letter) || letter == "+" || letter == "-":
            return takeWord { Self.isLetterOrDigit($0) || ["+", "-", ".", "_", ":"].contains($0) }
        default: return false
        }
    }

    private mutating func takeList(depth: Int) -> Bool {
        at += 1
        while true {
            guard skipLines() else { return false }
            if take("]") { return true }
            guard takeValue(depth: depth + 1), skipLines() else { return false }
            if take("]") { return true }
            guard take(",") else { return false }
        }
    }

    /// Blanks, line ends and remarks.
    private mutating func skipLines() -> Bool {
        while true {
            skipBlanks()
            if next == "#" {
                guard takeRemark() else { return false }
            } else if !take("\n") {
                return true
            }
        }
    }

    private mutating func takeWord(where isPart: (Unicode.Scalar) -> Bool) -> Bool {
        let start = at
        while let letter = next, isPart(letter) { at += 1 }
        return at > start
    }

    private mutating func takeQuoted() -> Bool {
        guard let quote = next else { return false }
        at += 1
        while let letter = next, letter != "\n", Self.isPrinted(letter) {
            at += 1
            if letter == quote { return true }
            if letter == "\\", quote == "\"", next != nil, next != "\n" { at += 1 }
        }
        return false
    }

    /// Nil where it does not begin with three quotation marks.
    private mutating func takeLongQuoted() -> Bool? {
        guard let quote = next, letters[at...].starts(with: [quote, quote, quote]) else { return nil }
        at += 3
        while let letter = next {
            if letters[at...].starts(with: [quote, quote, quote]) {
                at += 3
                return true
            }
            guard letter == "\n" || Self.isPrinted(letter) else { return false }
            at += letter == "\\" && quote == "\"" && at + 1 < letters.count ? 2 : 1
        }
        return false
    }

    private static func isLetterOrDigit(_ letter: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) || ("0"..."9").contains(letter)
    }

    /// No control sign but a tab.
    private static func isPrinted(_ letter: Unicode.Scalar) -> Bool {
        letter == "\t" || letter.value >= 0x20 && letter.value != 0x7F
    }
}
