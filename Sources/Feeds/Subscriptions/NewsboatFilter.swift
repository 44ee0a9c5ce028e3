/// A filter of newsboat, as a query of Dateline's that finds the same stories.
///
/// As newsboat reads it, `and` and `or` bind alike and to the right: `a and b or c` is `a and (b or c)`.
struct NewsboatFilter {
    let query: String

    /// What Dateline's language has no word for.
    struct Unknown: Error {
        /// As a sentence's part.
        let words: String
    }

    init(_ filter: String) throws(Unknown) {
        var parser = Parser(Array(filter.utf8))
        let part = try parser.expression()
        guard parser.isAtEnd else { throw Unknown(words: "“\(filter)” is no filter") }
        query = part.words
    }

    fileprivate struct Part: Equatable {
        let words: String
        var joint: Joint = .none

        enum Joint { case none, and, or }

        func joined(_ joint: Joint, _ other: Part) -> Part {
            // A word without a field is looked for in the headline and in the text.
            if joint == .or, words.hasPrefix("title:"), other.words == "text:" + words.dropFirst(6) {
                return Part(words: String(words.dropFirst(6)))
            }
            if joint == .and, words.hasPrefix("not title:"), other.words == "not text:" + words.dropFirst(10) {
                return Part(words: "not " + words.dropFirst(10))
            }
            let parts = [self, other].map { $0.joint == .none || $0.joint == joint ? $0.words : "(\($0.words))" }
            return Part(words: parts.joined(separator: joint == .and ? " " : " or "), joint: joint)
        }

        var negated: Part { Part(words: joint == .none ? "not \(words)" : "not (\(words))") }
    }

    private struct Parser {
        private let bytes: [UInt8]
        private var at = 0
        private var depth = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool {
            mutating get {
                skipBlanks()
                return at >= bytes.count
            }
        }

        mutating func expression() throws(Unknown) -> Part {
            depth += 1
            defer { depth -= 1 }
            if depth > 50 { throw Unknown(words: "it has too many brackets") }
            var parts = [try term()]
            var joints: [Part.Joint] = []
            while let joint = self.joint() {
                joints.append(joint)
                parts.append(try term())
            }
            var whole = parts.removeLast()
            while let part = parts.popLast(), let joint = joints.popLast() { whole = part.joined(joint, whole) }
            return whole
        }

        private mutating func term() throws(Unknown) -> Part {
            if take("(") {
                let inner = try expression()
                if !take(")") { throw Unknown(words: "a bracket is missing") }
                return inner
            }
            let field = word()
            let sign = try self.sign()
            return try NewsboatCondition(field: field, sign: sign, value: try value()).part
        }

        private mutating func joint() -> Part.Joint? {
            let start = at
            switch word() {
            case "and": return .and
            case "or": return .or
            default:
                at = start
                return nil
            }
        }

        private mutating func sign() throws(Unknown) -> String {
            for sign in ["==", "!=", "=~", "!~", "!#", "<=", ">=", "=", "<", ">", "#", "between"] where take(sign) {
                return sign
            }
            throw Unknown(words: "a comparison is missing")
        }

        private mutating func value() throws(Unknown) -> String {
            guard take("\"") else {
                let start = at
                while at < bytes.count, bytes[at].isDigit || bytes[at] == UInt8(ascii: ":") { at += 1 }
                guard at > start else { throw Unknown(words: "a value is missing") }
                return bytes.string(start..<at)
            }
            var value: [UInt8] = []
            while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
                let isEscape = bytes[at] == UInt8(ascii: "\\") && at + 1 < bytes.count
                if isEscape, bytes[at + 1] == UInt8(ascii: "\"") || bytes[at + 1] == UInt8(ascii: "\\") { at += 1 }
                value.append(bytes[at])
                at += 1
            }
            at = min(at + 1, bytes.count)
            return String(decoding: value, as: UTF8.self)
        }

        private mutating func word() -> String {
            skipBlanks()
            let start = at
            while at < bytes.count, bytes[at].isLetterOrDigit || bytes[at] == UInt8(ascii: "_") { at += 1 }
            return bytes.string(start..<at)
        }

        private mutating func take(_ sign: String) -> Bool {
            skipBlanks()
            guard bytes.matches(Array(sign.utf8), at: at) else { return false }
            at += sign.utf8.count
            return true
        }

        private mutating func skipBlanks() { while at < bytes.count, bytes[at].isBlank { at += 1 } }
    }
}

/// One comparison of a filter: `title =~ "budget"`.
private struct NewsboatCondition {
    let field: String
    let sign: String
    let value: String

    /// Which of newsboat's attributes are which fields here.
    private static let fields = [
        "title": "title", "content": "text", "author": "byline", "link": "link", "feedtitle": "feed", "tags": "tag",
    ]

    var part: NewsboatFilter.Part {
        get throws(NewsboatFilter.Unknown) {
            switch field {
            case "unread": return NewsboatFilter.Part(words: try isYes ? "unread" : "is:read")
            case "age": return try age
            default:
                guard let name = Self.fields[field] else {
                    throw NewsboatFilter.Unknown(words: "“\(field)” is not known here")
                }
                return try compared(name)
            }
        }
    }

    private var isYes: Bool {
        get throws(NewsboatFilter.Unknown) {
            guard ["=", "==", "!="].contains(sign), ["yes", "no"].contains(value) else { throw unknown }
            return (value == "yes") == (sign != "!=")
        }
    }

    /// Whole days since the story came out.
    private var age: NewsboatFilter.Part {
        get throws(NewsboatFilter.Unknown) {
            let days = value.split(separator: ":").compactMap { Int($0) }
            guard let first = days.first, let last = days.last, last < 100_000 else { throw unknown }
            let words: String =
                switch (sign, days.count) {
                case ("<", 1): "since:\(first)d"
                case ("<=", 1): "since:\(first + 1)d"
                case (">", 1): "before:\(first + 1)d"
                case (">=", 1): "before:\(first)d"
                case ("between", 2): first == 0 ? "since:\(last + 1)d" : "since:\(last + 1)d before:\(first)d"
                default: throw unknown
                }
            return NewsboatFilter.Part(words: words, joint: words.contains(" ") ? .and : .none)
        }
    }

    private func compared(_ name: String) throws(NewsboatFilter.Unknown) -> NewsboatFilter.Part {
        let alternatives =
            switch sign {
            case "=", "==", "!=", "#", "!#": [value]
            case "=~", "!~": try literals
            default: throw unknown
            }
        let parts = alternatives.map { NewsboatFilter.Part(words: "\(name):\(Self.quoted($0))") }
        guard let first = parts.first, alternatives.allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
            throw unknown
        }
        let any = parts.dropFirst().reduce(first) { $0.joined(.or, $1) }
        return sign.hasPrefix("!") ? any.negated : any
    }

    /// Of a regular expression those that are words, or several words to choose from.
    private var literals: [String] {
        get throws(NewsboatFilter.Unknown) {
            var pattern = value[...]
            if pattern.hasPrefix("("), pattern.hasSuffix(")") { pattern = pattern.dropFirst().dropLast() }
            if pattern.hasPrefix(".*") { pattern = pattern.dropFirst(2) }
            if pattern.hasSuffix(".*") { pattern = pattern.dropLast(2) }
            var literals = [""]
            var isEscaped = false
            for character in pattern {
                if isEscaped || !"\\|[](){}*+?^$".contains(character) {
                    if isEscaped, character.isLetter || character.isNumber { throw unknown }
                    literals[literals.count - 1].append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "|" {
                    literals.append("")
                } else {
                    throw NewsboatFilter.Unknown(words: "“\(value)” is a pattern")
                }
            }
            return literals
        }
    }

    private var unknown: NewsboatFilter.Unknown {
        NewsboatFilter.Unknown(words: "“\(field) \(sign) \(value)” cannot be said here")
    }

    private static func quoted(_ words: String) -> String {
        let isBare = words.utf8.allSatisfy { $0.isLetterOrDigit || $0.isHigh }
        return isBare ? words : "\"\(words.replacing("\"", with: " "))\""
    }
}
