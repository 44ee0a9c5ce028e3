extension JSONValue {
    /// Reads one JSON value (RFC 8259), blanks around it allowed and nothing else. Strict, linear in the text, never
    /// deeper than `JSONReader.deepest`. Half of a surrogate pair, which JSON can write and Unicode text cannot hold,
    /// becomes U+FFFD.
    package init(parsing text: Span<UInt8>) throws(JSONFault) {
        var reader = JSONReader()
        reader.skipBlanks(text)
        self = try reader.value(text)
        reader.skipBlanks(text)
        if reader.at < text.count { throw reader.fault("something follows the value") }
    }

    package init(parsing text: String) throws(JSONFault) { try self.init(parsing: text.utf8Span.span) }
}

/// Where reading stands. The text is handed to every step, since a `Span` cannot be kept.
struct JSONReader {
    /// Nesting that is still read. Deeper input is hostile: each level takes stack.
    static let deepest = 500

    private(set) var at = 0
    private var depth = 0
    /// A string with escapes is put together here, so that only the longest one costs memory.
    private var unescaped: [UInt8] = []

    fileprivate func fault(_ reason: String) -> JSONFault { JSONFault(reason, at: at) }

    mutating func skipBlanks(_ text: Span<UInt8>) {
        while at < text.count, text[at] == 0x20 || 0x09...0x0A ~= text[at] || text[at] == 0x0D { at += 1 }
    }

    mutating func value(_ text: Span<UInt8>) throws(JSONFault) -> JSONValue {
        guard at < text.count else { throw fault("the text ends too early") }
        switch text[at] {
        case UInt8(ascii: "{"): return .object(try object(text))
        case UInt8(ascii: "["): return .array(try array(text))
        case UInt8(ascii: "\""): return .string(try string(text))
        case UInt8(ascii: "t"): return try word("true", .bool(true), text)
        case UInt8(ascii: "f"): return try word("false", .bool(false), text)
        case UInt8(ascii: "n"): return try word("null", .null, text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(text))
        default: throw fault("there is no value")
        }
    }

    private mutating func object(_ text: Span<UInt8>) throws(JSONFault) -> JSONObject {
        try descend()
        defer { depth -= 1 }
        var fields: [JSONObject.Field] = []
        skipBlanks(text)
        if take("}", text) { return JSONObject() }
        while true {
            guard at < text.count, text[at] == UInt8(ascii: "\"") else { throw fault("a field's name is missing") }
            let name = try string(text)
            skipBlanks(text)
            guard take(":", text) else { throw fault("a colon is missing") }
            skipBlanks(text)
            fields.append(JSONObject.Field(name, try value(text)))
            skipBlanks(text)
            if take("}", text) { return JSONObject(fields) }
            guard take(",", text) else { throw fault("a comma or } is missing") }
            skipBlanks(text)
        }
    }

    private mutating func array(_ text: Span<UInt8>) throws(JSONFault) -> [JSONValue] {
        try descend()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        skipBlanks(text)
        if take("]", text) { return [] }
        while true {
            elements.append(try value(text))
            skipBlanks(text)
            if take("]", text) { return elements }
            guard take(",", text) else { throw fault("a comma or ] is missing") }
            skipBlanks(text)
        }
    }

    /// Past the opening bracket, one level down.
    private mutating func descend() throws(JSONFault) {
        if depth == Self.deepest { throw fault("it is nested more than \(Self.deepest) deep") }
        depth += 1
        at += 1
    }

    private mutating func take(_ sign: Unicode.Scalar, _ text: Span<UInt8>) -> Bool {
        guard at < text.count, text[at] == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue, _ text: Span<UInt8>
    ) throws(JSONFault) -> JSONValue {
        guard at + word.utf8CodeUnitCount <= text.count else { throw fault("there is no value") }
        for index in 0..<word.utf8CodeUnitCount where text[at + index] != word.utf8Start[index] {
            throw fault("there is no value")
        }
        at += word.utf8CodeUnitCount
        return value
    }

    private mutating func number(_ text: Span<UInt8>) throws(JSONFault) -> String {
        let start = at
        _ = take("-", text)
        if !take("0", text) { try digits(text) }
        if take(".", text) { try digits(text) }
        if take("e", text) || take("E", text) {
            if !take("+", text) { _ = take("-", text) }
            try digits(text)
        }
        return String(copying: UTF8Span(unchecked: text.extracting(start..<at), isKnownASCII: true))
    }

    private mutating func digits(_ text: Span<UInt8>) throws(JSONFault) {
        let start = at
        while at < text.count, 0x30...0x39 ~= text[at] { at += 1 }
        if at == start { throw fault("a digit is missing") }
    }

    private mutating func string(_ text: Span<UInt8>) throws(JSONFault) -> String {
        at += 1
        let start = at
        try skipPlain(text)
        if text[at] == UInt8(ascii: "\"") {
            at += 1
            return try checked(text.extracting(start..<at - 1), at: start)
        }
        unescaped.removeAll(keepingCapacity: true)
        var plain = start
        while text[at] != UInt8(ascii: "\"") {
            unescaped.append(text, plain..<at)
            try unescape(text)
            plain = at
            try skipPlain(text)
        }
        unescaped.append(text, plain..<at)
        at += 1
        return try checked(unescaped.span, at: start)
    }

    /// To the next quotation mark or backslash.
    private mutating func skipPlain(_ text: Span<UInt8>) throws(JSONFault) {
        var index = at
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                at = index
                return
            }
            if byte < 0x20 {
                at = index
                throw fault("a control character stands in a string")
            }
            index += 1
        }
        at = index
        throw fault("a string does not end")
    }

    private mutating func unescape(_ text: Span<UInt8>) throws(JSONFault) {
        at += 1
        guard at < text.count else { throw fault("a string does not end") }
        switch text[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(text[at])
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): return try unescapeScalar(text)
        default: throw fault("there is no such escape")
        }
        at += 1
    }

    /// From the u of `\u00e9`, or of the first half of a pair.
    private mutating func unescapeScalar(_ text: Span<UInt8>) throws(JSONFault) {
        at += 1
        let first = try hexadecimals(text)
        var scalar = Unicode.Scalar(first)
        if 0xD800...0xDBFF ~= first, at + 1 < text.count, text[at] == UInt8(ascii: "\\"),
            text[at + 1] == UInt8(ascii: "u")
        {
            let here = at
            at += 2
            let second = try hexadecimals(text)
            if 0xDC00...0xDFFF ~= second {
                scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            } else {
                // Not a pair: the second escape stands for itself.
                at = here
            }
        }
        unescaped.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func hexadecimals(_ text: Span<UInt8>) throws(JSONFault) -> UInt32 {
        guard at + 4 <= text.count else { throw fault("a string does not end") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
            default: throw fault("an escape needs four hexadecimal digits")
            }
            at += 1
        }
        return value
    }

    private func checked(_ bytes: Span<UInt8>, at start: Int) throws(JSONFault) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes))
        } catch {
            throw JSONFault("a string is not UTF-8", at: start)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
        text.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
