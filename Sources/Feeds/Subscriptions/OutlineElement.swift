/// The tags of a list of subscriptions as a tree.
struct OutlineElement {
    let tag: OutlineTag
    /// In bytes of the text: the opening tag, and all to the end of the closing one.
    let opening: Range<Int>
    fileprivate(set) var whole: Range<Int>
    fileprivate(set) var content: [Content] = []
    /// Nil when it has no content and needs none, or it is missing.
    fileprivate(set) var closing: Range<Int>?

    enum Content {
        case text(Range<Int>)
        indirect case element(OutlineElement)
    }

    /// Whether a feed or a smart feed is somewhere in it.
    var holdsFeeds: Bool {
        elements.contains { $0.tag.address != nil || $0.tag[.datelineQuery] != nil || $0.holdsFeeds }
    }

    var elements: [OutlineElement] {
        content.compactMap { content in
            guard case .element(let element) = content else { return nil }
            return element
        }
    }
}

/// A text as elements, and what is wrong with it.
struct OutlineDocument {
    let bytes: [UInt8]
    /// The first element, which all others ought to be in; nil when there is none.
    let root: OutlineElement?
    /// In the order of the text, but what is missing at the end comes last: it mostly comes of the others.
    let faults: [OutlineScanner.Fault]
    private let lineEnds: [Int]

    /// Deeper lists are made to break programs.
    private static let deepest = 100

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        lineEnds = bytes.indices.filter { bytes[$0] == 0x0A }
        var scanner = OutlineScanner(bytes, from: start)
        var tree = Tree()
        while let token = scanner.next() { tree.take(token) }
        let found = (scanner.faults + tree.faults).sorted { $0.offset < $1.offset }
        let missing = tree.unclosed
        root = tree.finished(at: bytes.count)
        faults = found + missing
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Counted from 1.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineEnds.count
        while low < high {
            let middle = (low + high) / 2
            if lineEnds[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    private struct Tree {
        private(set) var faults: [OutlineScanner.Fault] = []
        private var root: OutlineElement?
        private var open: [OutlineElement] = []
        /// Elements that are open and too deep.
        private var tooDeep = 0

        mutating func take(_ token: OutlineScanner.Token) {
            switch token {
            case .other(let range): if let last = open.indices.last { open[last].content.append(.text(range)) }
            case .open(let tag, let range): take(tag, range)
            case .close(let name, let range): close(name, range)
            }
        }

        /// The innermost first.
        var unclosed: [OutlineScanner.Fault] {
            open.reversed().map {
                OutlineScanner.Fault(offset: $0.opening.lowerBound, words: "<\($0.tag.name)> has no end")
            }
        }

        /// - Returns: the root, what is still open in it closed.
        mutating func finished(at end: Int) -> OutlineElement? {
            while !open.isEmpty { closeLast(at: end, nil) }
            return root
        }

        private mutating func note(_ words: String, at offset: Int) {
            faults.append(OutlineScanner.Fault(offset: offset, words: words))
        }

        private mutating func take(_ tag: OutlineTag, _ range: Range<Int>) {
            if open.isEmpty, root != nil { return note("something stands behind the end", at: range.lowerBound) }
            if open.count >= OutlineDocument.deepest {
                if tooDeep == 0 { note("folders go deeper than \(OutlineDocument.deepest)", at: range.lowerBound) }
                if !tag.isClosed { tooDeep += 1 }
                return
            }
            open.append(OutlineElement(tag: tag, opening: range, whole: range))
            if tag.isClosed { closeLast(at: range.upperBound, nil) }
        }

        private mutating func close(_ name: String, _ range: Range<Int>) {
            if tooDeep > 0 {
                tooDeep -= 1
                return
            }
            guard let place = open.lastIndex(where: { $0.tag.name == name }) else {
                return note("</\(name)> ends nothing", at: range.lowerBound)
            }
            while open.count > place + 1 {
                if let last = open.last { note("<\(last.tag.name)> has no end", at: last.opening.lowerBound) }
                closeLast(at: range.lowerBound, nil)
            }
            closeLast(at: range.upperBound, range)
        }

        private mutating func closeLast(at end: Int, _ closing: Range<Int>?) {
            guard var element = open.popLast() else { return }
            element.whole = element.opening.lowerBound..<end
            element.closing = closing
            if let holder = open.indices.last {
                open[holder].content.append(.element(element))
            } else {
                root = element
            }
        }
    }
}
