package import News

/// The story on an HTML page.
///
/// Its text is what a browser would show as paragraphs, a blank line between them. What is not the story is furniture:
/// the whole page is there, and `v` shows it.
package func article(id: String, feed: String, html: String) -> Article {
    article(id: id, feed: feed, html: html, address: nil)
}

/// The story on an HTML page that was found at an address, which its relative links start from; it is the story's link
/// where the page does not name another one (`rel="canonical"`).
///
/// - Parameter address: http or https; anything else counts as unknown.
package func article(id: String, feed: String, html: String, address: String?) -> Article {
    page(id: id, feed: feed, html: html, address: address).article
}

/// The same, with what else the page says.
package func page(id: String, feed: String, html: String, address: String?) -> WebPage {
    var reader = PageReader(Array(html.utf8), foundAt: address.flatMap { WebAddress($0) })
    reader.read()
    return WebPage(article: Article(reader.draft(id: id, feed: feed, html: html)), language: reader.facts.language)
}

/// A page of the web: its story, whose headline, byline, source, date and link are those that the page gives, and the
/// language it says it is in.
package struct WebPage: Hashable, Sendable {
    package let article: Article
    /// A BCP 47 tag as the page writes it: "de", "pt-BR". Nil when it does not say; many that say "en" are not.
    package let language: String?
}

/// Reads a page once through, whatever its depth: open elements are in a list, not on the call stack.
private struct PageReader {
    private var source: [UInt8]
    private var text: [UInt8] = []
    private var blocks: [PageBlock] = []
    private(set) var facts: PageFacts

    private var open: [OpenElement] = []
    /// How many of each are open: a closing tag without an opening one is passed over at once.
    private var openCounts: [PageElement: Int] = [:]
    private var nodes = [PageNode(.html, in: 0, hints: [], at: 0, firstBlock: 0)]
    private var forms = PageForms()
    /// Of the source: what may hold the story where the page itself does not.
    private var asides: [Range<Int>] = []
    private var isRulePending = false
    /// What links lead to, as written, and where their words stand in the text.
    private var targets: [(range: Range<Int>, target: String)] = []
    /// The link that is open and has no words yet, or only in this paragraph.
    private var openTarget: (start: Int, target: String)?

    /// Of the text: the words of links to the writer's own page.
    private var writers: [Range<Int>] = []
    private var isWriterLink = false

    private var blockStart = 0
    /// Behind the last line end; only to count the columns of preformatted text.
    private var lineStart = 0
    private var linkedLength = 0
    private var linkStart: Int?
    /// How much of the paragraph stands in time elements, in bytes, and where the open one begins.
    private var timedLength = 0
    private var timeStart: Int?
    private var isBlankPending = false

    init(_ source: [UInt8], foundAt address: WebAddress? = nil) {
        self.source = source
        facts = PageFacts(foundAt: address)
        text.reserveCapacity(source.count / 2)
    }

    mutating func read() {
        read(from: 0)
        if !holdsStory { readAsides() }
        nodes[0].end = nodes.count
        nodes[0].blocks = 0..<blocks.count
    }

    private mutating func read(from start: Int) {
        var scanner = MarkupScanner(source, from: start)
        while let token = scanner.next() {
            switch token {
            case .text(let range): append(range)
            case .title(let range):
                if facts.title == nil { facts.title = nonBlank(source.resolved(range)) }
            case .linkedData(let range): facts.linked.read(source[range])
            case .aside(let range): asides.append(range)
            case .open(let element, let attributes): begin(element, attributes)
            case .close(let element): end(element)
            }
        }
        endBlock()
        while !open.isEmpty { closeLast() }
    }

    /// Pages that scripts put together hold little to read: their story stands in what is shown without scripts, in a
    /// template, or only in what is said to search engines.
    private mutating func readAsides() {
        let asides = asides
        self.asides = []
        var more: [UInt8] = []
        for range in asides where range.count >= 200 { more += source[range] + [0x0A] }
        let told = facts.linked.body
        if told.count >= 200, told.count * 2 > more.count {
            more = Array("<article><p>".utf8)
            for byte in told { more += byte == 0x0A ? Array("<p>".utf8) : [byte] }
            more += Array("</article>".utf8)
        }
        guard !more.isEmpty else { return }
        let start = source.count
        source += more
        read(from: start)
    }

    /// Whether what was read until now has as many words in sentences as a short story.
    private var holdsStory: Bool {
        var words = 0
        for block in blocks where block.linkedLength * 4 < block.range.count && block.mark != .furniture {
            let measured = Block(block.range, in: text)
            if measured.isProse { words += measured.words }
            if words >= 80 { return true }
        }
        return false
    }

    private var surroundings: Surroundings { open.last?.surroundings ?? Surroundings() }
}

/// What holds for the text at a place of the page.
private struct Surroundings {
    var mark: Block.Mark?
    /// The innermost node, as its place in the list.
    var node = 0
    var setting = PageForms.Setting.plain

    var isPreformatted: Bool {
        switch setting {
        case .preformatted: true
        case .plain, .heading, .entry, .cell: false
        }
    }
}

private struct OpenElement {
    let element: PageElement
    let surroundings: Surroundings
}

extension PageReader {
    private mutating func begin(_ element: PageElement, _ attributes: Range<Int>) {
        if element == .br { return breakLine() }
        if element == .a {
            endTarget()
            openTarget = nil
            if let target = source.attribute("href", in: attributes), !target.hasPrefix("#") {
                if linkStart == nil { linkStart = text.count }
                openTarget = (text.count, target)
                isWriterLink = source.attribute("rel", in: attributes)?.contains("author") ?? false
            }
        }
        if element == .img || element == .video { nodes[surroundings.node].hasPicture = true }
        if element == .time, timeStart == nil { timeStart = text.count }
        facts.note(element, source, attributes)
        guard !element.isInline else { return }
        endBlock()
        if element == .hr { isRulePending = true }
        guard !element.isVoid else { return }
        // A paragraph, list entry or cell is closed by the next one.
        if element.isClosedByItsLike, open.last?.element == element { closeLast() }
        if open.last?.element == .p { closeLast() }
        var inner = surroundings
        let node = PageNode(
            element, in: inner.node, hints: PageHints(source, attributes, of: element), at: nodes.count,
            firstBlock: blocks.count)
        inner.node = nodes.count
        nodes.append(node)
        inner.setting = forms.begin(element, source, attributes, within: inner.setting)
        if inner.mark != .furniture, let mark = element.mark(within: inner.mark) { inner.mark = mark }
        open.append(OpenElement(element: element, surroundings: inner))
        openCounts[element, default: 0] += 1
    }

    private mutating func end(_ element: PageElement) {
        if element == .a { endLink() }
        if element == .time { endTime() }
        if element == .br || element == .p && openCounts[.p, default: 0] == 0 { return endBlock() }
        guard !element.isInline, openCounts[element, default: 0] > 0 else { return }
        endBlock()
        while let last = open.last {
            closeLast()
            if last.element == element { break }
        }
    }

    private mutating func closeLast() {
        guard let last = open.popLast() else { return }
        openCounts[last.element, default: 0] -= 1
        for index in forms.end(last.element, blocks) { blocks[index].form = .plain }
        let node = last.surroundings.node
        nodes[node].end = nodes.count
        if nodes[node].hasPicture { nodes[nodes[node].outer].hasPicture = true }
        nodes[node].blocks = nodes[node].blocks.lowerBound..<blocks.count
    }

    /// A link's words end with the paragraph that they begin in.
    private mutating func endTarget() {
        guard let (start, target) = openTarget else { return }
        let range = text.trimmed(max(start, blockStart)..<max(start, blockStart, text.count))
        guard !range.isEmpty else { return }
        targets.append((range, target))
        if isWriterLink { writers.append(range) }
        openTarget = nil
    }

    private mutating func endTime() {
        if let start = timeStart { timedLength += text.count - max(start, blockStart) }
        timeStart = nil
    }

    private mutating func endLink() {
        endTarget()
        openTarget = nil
        if let start = linkStart { linkedLength += text.count - max(start, blockStart) }
        linkStart = nil
    }
}

extension PageReader {
    private mutating func append(_ range: Range<Int>) {
        let isPreformatted = surroundings.isPreformatted
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = source[at]
            if byte.isBlank {
                if isPreformatted { appendPreformatted(byte) } else { isBlankPending = true }
                at += 1
                continue
            }
            putBlank()
            if byte == UInt8(ascii: "&"), let reference = CharacterReference(in: source, at: at, to: range.upperBound) {
                text.append(reference.character)
                at += reference.length
            } else {
                text.append(byte)
                at += 1
            }
        }
    }

    /// Blanks count in preformatted text; a tab leads to the next eighth column, as in browsers.
    private mutating func appendPreformatted(_ blank: UInt8) {
        if blank == 0x0A { return breakLine() }
        let column = text.count - max(lineStart, blockStart)
        text += Array(repeating: 0x20, count: blank == 0x09 ? 8 - column % 8 : blank == 0x20 ? 1 : 0)
    }

    private mutating func putBlank() {
        if isBlankPending, text.count > blockStart, text.last != 0x0A { text.append(0x20) }
        isBlankPending = false
    }

    /// One is a line end, two are a new paragraph.
    private mutating func breakLine() {
        if text.count > blockStart, text.last == 0x0A, !surroundings.isPreformatted {
            endBlock()
        } else if text.count > blockStart {
            text.append(0x0A)
            lineStart = text.count
        }
        isBlankPending = false
    }

    private mutating func endBlock() {
        isBlankPending = false
        endTarget()
        endTime()
        if let start = linkStart {
            linkedLength += text.count - max(start, blockStart)
            linkStart = text.count
        }
        defer {
            blockStart = text.count
            linkedLength = 0
            timedLength = 0
            if linkStart != nil { linkStart = text.count }
            openTarget?.start = text.count
        }
        let range = text.trimmed(blockStart..<text.count)
        text.removeLast(text.count - max(range.upperBound, blockStart))
        guard !range.isEmpty else {
            text.removeLast(text.count - blockStart)
            return
        }
        let surroundings = surroundings
        let form = forms.form(of: surroundings.setting, block: blocks.count)
        blocks.append(
            PageBlock(
                range: range, mark: isTime(range) ? .byline : surroundings.mark, node: surroundings.node,
                linkedLength: linkedLength, form: form,
                isAfterRule: isRulePending))
        isRulePending = false
        text.append(0x0A)
        text.append(0x0A)
    }
}

extension PageReader {
    /// "Yesterday at 10:15", and nothing else.
    private func isTime(_ block: Range<Int>) -> Bool {
        guard timedLength * 10 >= block.count * 7, block.count <= 80, case .plain = surroundings.setting else {
            return false
        }
        return surroundings.mark == nil || surroundings.mark == .paragraph
    }

    func draft(id: String, feed: String, html: String) -> Draft {
        var told = facts.told
        // The blank lines behind the last paragraph.
        let end = text.trimmed(0..<text.count).upperBound
        let text = Array(text[..<end])
        var page = PageSorter(nodes: nodes, blocks: blocks, text: text, facts: facts, writers: writers)
        page.sort()
        if page.headline != nil { told.title = nil }
        told.byline = told.byline ?? page.byline
        told.published = told.published ?? page.published
        return Draft(
            id: id, feed: feed, text: String(decoding: text, as: UTF8.self), original: html, bytes: text,
            blocks: page.measured, told: told, links: links)
    }

    private var links: [Link] {
        let base = facts.address
        return targets.compactMap { range, target in
            WebAddress(target, on: base).map {
                Link(span: TextSpan(range.lowerBound, range.upperBound), address: $0.text)
            }
        }
    }
}
