/// A text of a feed as it came, which is not looked into before someone wants to read it.
package struct MarkedText: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case plain, html }

    package let text: String
    package let kind: Kind
    /// What relative addresses in it are relative to; nil when nothing says so.
    package let base: String?

    package init(_ text: String, _ kind: Kind, base: String? = nil) {
        self.text = text
        self.kind = kind
        self.base = base
    }

    /// The words as shown, without markup, scripts and styles: a line end between two paragraphs. May be empty.
    package var words: String { kind == .plain ? text : String(decoding: wordBytes, as: UTF8.self) }

    /// The same in UTF-8.
    var wordBytes: [UInt8] { kind == .plain ? Array(text.utf8) : visibleWords(ofMarkup: Array(text.utf8)) }

    /// The words in one line; nil when there are none.
    package var line: String? { nonBlank(words) }

    /// Where its links and pictures lead, made absolute where a base is known, each once, in order.
    package var addresses: [String] {
        guard kind == .html else { return [] }
        let source = Array(text.utf8)
        var scanner = MarkupScanner(source)
        var addresses: [String] = []
        var known: Set<String> = []
        while let token = scanner.next() {
            guard case .open(let element, let attributes) = token else { continue }
            let written =
                switch element {
                case .a: source.attribute("href", in: attributes)
                case .img: source.attribute("src", in: attributes)
                default: String?.none
                }
            guard let address = written.flatMap({ resolvedAddress($0, on: base) }), known.insert(address).inserted
            else {
                continue
            }
            addresses.append(address)
        }
        return addresses
    }
}
