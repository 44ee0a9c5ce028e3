/// Cuts HTML into tags and text, once through, as a browser's tokenizer would; it never fails and never goes back.
struct MarkupScanner {
    enum Token {
        /// Words with character references in them still.
        case text(Range<Int>)
        case open(PageElement, attributes: Range<Int>)
        case close(PageElement)
        /// The words of the page's title element.
        case title(Range<Int>)
        /// JSON-LD: what the page says of its story.
        case linkedData(Range<Int>)
        /// Markup that is shown without scripts alone, or by them.
        case aside(Range<Int>)
    }

    let bytes: [UInt8]
    private var at = 0
    /// Elements whose closing tag does not come any more: looking again for each opening one would be quadratic.
    private var neverClosed: Set<PageElement> = []

    /// - Parameter start: where to begin.
    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        at = start
    }

    mutating func next() -> Token? {
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count else { return text() }
            switch bytes[at + 1] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
            case UInt8(ascii: "/"):
                guard at + 2 < bytes.count else { return text() }
                if bytes[at + 2].isLetter {
                    if let token = closingTag() { return token }
                } else {
                    skip(past: UInt8(ascii: ">"))
                }
            case let byte where byte.isLetter:
                if let token = openingTag() { return token }
            default: return text()
            }
        }
        return nil
    }

    /// To the next "<" that may open a tag.
    private mutating func text() -> Token {
        let start = at
        let bytes = bytes
        let span = bytes.span
        var end = at + 1
        while end < span.count {
            if span[end] == UInt8(ascii: "<"), end + 1 < span.count {
                let next = span[end + 1]
                if next.isLetter || next == 0x2F || next == 0x21 || next == 0x3F { break }
            }
            end += 1
        }
        at = end
        return .text(start..<end)
    }

    private mutating func openingTag() -> Token? {
        at += 1
        let element = name()
        guard let attributes = attributes() else { return nil }
        if element.isRaw, !neverClosed.contains(element) {
            let start = at
            if let close = closing(of: element) {
                at = close.end
                return token(of: element, attributes, start..<close.start)
            } else if element.hidesAll {
                at = bytes.count
            } else {
                neverClosed.insert(element)
            }
            return nil
        }
        return .open(element, attributes: attributes)
    }

    private func token(of element: PageElement, _ attributes: Range<Int>, _ content: Range<Int>) -> Token? {
        switch element {
        case .title: return .title(content)
        case .noscript, .template: return .aside(content)
        case .script:
            guard let type = bytes.attribute("type", in: attributes)?.lowercased() else { return nil }
            if type.hasPrefix("application/ld+json") { return .linkedData(content) }
            return type == "text/template" || type == "text/html" ? .aside(content) : nil
        default: return nil
        }
    }

    private mutating func closingTag() -> Token? {
        at += 2
        let element = name()
        return attributes() == nil ? nil : .close(element)
    }

    private mutating func name() -> PageElement {
        let start = at
        while at < bytes.count, !bytes[at].isBlank, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") {
            at += 1
        }
        return PageElement(name: bytes[start..<at])
    }

    /// From the name to behind ">"; nil when the page ends within the tag.
    private mutating func attributes() -> Range<Int>? {
        let start = at
        // A quotation mark opens a value only behind "=".
        var mayOpenValue = false
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                at += 1
                return start..<(at - 1)
            }
            if mayOpenValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                at += 1
                while at < bytes.count, bytes[at] != byte { at += 1 }
                mayOpenValue = false
            } else if byte == UInt8(ascii: "=") {
                mayOpenValue = true
            } else if !byte.isBlank {
                mayOpenValue = false
            }
            at += 1
        }
        return nil
    }

    /// The next closing tag of an element whose content is no markup.
    private func closing(of element: PageElement) -> (start: Int, end: Int)? {
        let name = Array(element.rawValue.utf8)
        var from = at
        while let found = bytes.range(of: [0x3C, 0x2F], from: from) {
            let after = found.upperBound + name.count
            let isName =
                after <= bytes.count && zip(bytes[found.upperBound...], name).allSatisfy { $0.lowercased == $1 }
            if isName, after == bytes.count || bytes[after].isBlank || bytes[after] == 0x3E || bytes[after] == 0x2F {
                let end = bytes[after...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
                return (found.lowerBound, end)
            }
            from = found.upperBound
        }
        return nil
    }

    /// Comments, doctypes, processing instructions.
    private mutating func skipDeclaration() {
        guard bytes.matches(Array("<!--".utf8), at: at) else { return skip(past: UInt8(ascii: ">")) }
        at += 4
        if bytes.matches([0x3E], at: at) { return at += 1 }
        if bytes.matches([0x2D, 0x3E], at: at) { return at += 2 }
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "-"), bytes.matches([0x2D, 0x2D], at: at) {
                if bytes.matches([0x3E], at: at + 2) { return at += 3 }
                if bytes.matches([0x21, 0x3E], at: at + 2) { return at += 4 }
            }
            at += 1
        }
    }

    private mutating func skip(past byte: UInt8) {
        at = bytes[at...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
    }
}

extension [UInt8] {
    /// The value of an attribute within a tag's attributes, its references resolved; "" when it has none, nil without it.
    func attribute(_ wanted: StaticString, in range: Range<Int>) -> String? {
        var found: Range<Int>?
        forEachAttribute(in: range) { name, value in
            let isWanted =
                found == nil && name.count == wanted.utf8CodeUnitCount
                && wanted.withUTF8Buffer { zip(self[name], $0).allSatisfy { $0.lowercased == $1 } }
            if isWanted { found = value }
        }
        return found.map(resolved)
    }

    /// Each attribute of a tag: its name, and its value without quotation marks, empty when it has none.
    func forEachAttribute(in range: Range<Int>, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void) {
        var at = range.lowerBound
        while at < range.upperBound {
            while at < range.upperBound, self[at].isBlank || self[at] == UInt8(ascii: "/") { at += 1 }
            let nameStart = at
            while at < range.upperBound, !self[at].isBlank, self[at] != UInt8(ascii: "="), self[at] != UInt8(ascii: "/")
            {
                at += 1
            }
            let name = nameStart..<at
            while at < range.upperBound, self[at].isBlank { at += 1 }
            var value = at..<at
            if at < range.upperBound, self[at] == UInt8(ascii: "=") {
                at += 1
                while at < range.upperBound, self[at].isBlank { at += 1 }
                let quote = at < range.upperBound ? self[at] : 0
                let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
                if isQuoted { at += 1 }
                let start = at
                while at < range.upperBound, isQuoted ? self[at] != quote : !self[at].isBlank { at += 1 }
                value = start..<at
                if isQuoted { at += 1 }
            }
            if !name.isEmpty { body(name, value) }
            if at == nameStart { at += 1 }
        }
    }
}
