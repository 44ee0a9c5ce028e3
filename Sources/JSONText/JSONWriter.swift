/// Writes compact JSON, value after value, the commas put in.
///
///     var line = JSONWriter()
///     line.object {
///         $0.field("id", "x")
///         $0.field("quotes") { $0.array { $0.value(1) } }
///     }
///     line.newLine()
///
/// The text is ASCII where it came in as ASCII, and never holds what programs that read lines take for a line's end
/// (U+0085, U+2028, U+2029) or what a terminal takes for a command (C1): those are escaped.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Forgets what was written, keeping the room for it.
    package mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Ends a line; the next value starts another text.
    package mutating func newLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    package mutating func object(_ fields: (inout JSONWriter) -> Void) { nest("{", "}", fields) }
    package mutating func array(_ elements: (inout JSONWriter) -> Void) { nest("[", "]", elements) }

    /// A field whose value is written by a closure, which must write one.
    package mutating func field(_ name: String, _ value: (inout JSONWriter) -> Void) {
        open(name)
        value(&self)
    }

    /// A field with a string, or null.
    package mutating func field(_ name: String, _ words: String?) {
        open(name)
        value(words)
    }

    package mutating func field(_ name: String, _ words: Substring?) {
        open(name)
        value(words)
    }

    package mutating func field(_ name: String, _ number: Int) {
        open(name)
        value(number)
    }

    package mutating func field(_ name: String, _ truth: Bool) {
        open(name)
        value(truth)
    }

    /// A field with a string that is there as bytes, which must be UTF-8.
    package mutating func field(_ name: String, utf8 words: ArraySlice<UInt8>) {
        open(name)
        words.withUnsafeBufferPointer { escape($0) }
        needsComma = true
    }

    package mutating func value(_ words: Substring?) {
        guard var words else { return literal("null") }
        separate()
        words.withUTF8 { escape($0) }
        needsComma = true
    }

    package mutating func value(_ words: String?) {
        guard var words else { return literal("null") }
        separate()
        words.withUTF8 { escape($0) }
        needsComma = true
    }

    package mutating func value(_ number: Int) {
        separate()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var unit: UInt = 1
        while rest / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / unit))
            rest %= unit
            unit /= 10
        }
        needsComma = true
    }

    package mutating func value(_ truth: Bool) { literal(truth ? "true" : "false") }

    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: literal("null")
        case .bool(let truth): self.value(truth)
        case .number(let digits): literal(digits)
        case .string(let words): self.value(words)
        case .array(let elements):
            array { for element in elements { $0.value(element) } }
        case .object(let object):
            self.object { for field in object.fields { $0.field(field.name) { $0.value(field.value) } } }
        }
    }

    /// A fraction in thousandths, without useless zeros: 0.314, 0.5, 1.
    package mutating func field(_ name: String, thousandths: Int) {
        precondition(thousandths >= 0, "only shares are written so")
        field(name) { writer in
            var digits = String(thousandths % 1000 + 1000).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            writer.literal(String(thousandths / 1000) + (digits.isEmpty ? "" : "." + digits))
        }
    }
}

extension JSONWriter {
    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ inner: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        inner(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    /// A field's name and its colon.
    private mutating func open(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func escape(_ words: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var plain = 0
        var index = 0
        while let next = nextSpecial(words, from: index) {
            index = next + 1
            guard let scalar = scalarToEscape(words, at: next) else { continue }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[plain..<next]))
            escape(scalar)
            index = next + (scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3)
            plain = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[plain...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// The next byte that is no printable ASCII and may begin a scalar that is escaped; nil when there is none.
    private func nextSpecial(_ words: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < words.count {
            let byte = words[index]
            // Nearly all: ] to ~, with the small letters, and blanks.
            if byte &- 0x5D < 0x22 || byte == 0x20 {
                index += 1
                continue
            }
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
                return index
            }
            index += 1
        }
        return nil
    }

    private func scalarToEscape(_ words: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
        let byte = words[index]
        if byte < 0x80 { return UInt32(byte) }
        let next = words[index + 1]
        if byte == 0xC2 { return next < 0xA0 ? UInt32(next) : nil }
        guard next == 0x80, 0xA8...0xA9 ~= words[index + 2] else { return nil }
        return 0x2000 + UInt32(words[index + 2] & 0x3F)
    }

    private mutating func escape(_ scalar: UInt32) {
        bytes.append(UInt8(ascii: "\\"))
        switch scalar {
        case 0x22, 0x5C: bytes.append(UInt8(scalar))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }
}
