package import News

/// The story on an HTML page.
///
/// Its text is what a browser would show as paragraphs, a blank line between them. What stands outside the page's
/// `article` or `main` element, where it has one that holds the story, is furniture.
package func article(id: String, feed: String, html: String) -> Article {
    var reader = PageReader(Array(html.utf8))
    reader.read()
    return Article(reader.draft(id: id, feed: feed, html: html))
}

/// Reads a page once through, whatever its depth: open elements are in a list, not on the call stack.
private struct PageReader {
    private let source: [UInt8]
    private var text: [UInt8] = []
    private var blocks: [PageBlock] = []
    private var facts = PageFacts()

    private var open: [OpenElement] = []
    /// How many of each are open: a closing tag without an opening one is passed over at once.
    private var openCounts: [PageElement: Int] = [:]
    private var regions = [PageRegion(.body, in: 0)]
    private var forms = PageForms()
    private var isRulePending = false
    /// What links lead to, as written, and where their words stand in the text.
    private var targets: [(range: Range<Int>, target: String)] = []
    /// The link that is open and has no words yet, or only in this paragraph.
    private var openTarget: (start: Int, target: String)?

    private var blockStart = 0
    /// Behind the last line end; only to count the columns of preformatted text.
    private var lineStart = 0
    private var linkedLength = 0
    private var linkStart: Int?
    private var isBlankPending = false

    init(_ source: [UInt8]) {
        self.source = source
        text.reserveCapacity(source.count / 2)
    }

    mutating func read() {
        var scanner = MarkupScanner(source)
        while let token = scanner.next() {
            switch token {
            case .text(let range): append(range)
            case .title(let range):
                if facts.title == nil { facts.title = nonBlank(source.resolved(range)) }
            case .open(let element, let attributes): begin(element, attributes)
            case .close(let element): end(element)
            }
        }
        endBlock()
        while !open.isEmpty { closeLast() }
    }

    private var surroundings: Surroundings { open.last?.surroundings ?? Surroundings() }
}

/// What holds for the text at a place of the page.
private struct Surroundings {
    var mark: Block.Mark?
    var region = 0
    var setting = PageForms.Setting.plain
    var isInHeader = false

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
    /// How many blocks were there when it was opened.
    let firstBlock: Int
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
            }
        }
        facts.note(element, source, attributes)
        guard !element.isInline else { return }
        endBlock()
        if element == .hr { isRulePending = true }
        guard !element.isVoid else { return }
        // A paragraph, list entry or cell is closed by the next one.
        if element.isClosedByItsLike, open.last?.element == element { closeLast() }
        if open.last?.element == .p { closeLast() }
        var inner = surroundings
        if element == .article || element == .main {
            regions.append(PageRegion(element, in: inner.region))
            inner.region = regions.count - 1
        }
        if element == .header { inner.isInHeader = true }
        inner.setting = forms.begin(element, source, attributes, within: inner.setting)
        if inner.mark != .furniture, let mark = element.mark(within: inner.mark) { inner.mark = mark }
        open.append(OpenElement(element: element, surroundings: inner, firstBlock: blocks.count))
        openCounts[element, default: 0] += 1
    }

    private mutating func end(_ element: PageElement) {
        if element == .a { endLink() }
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
        let isRegion = last.element == .article || last.element == .main
        if isRegion { regions[last.surroundings.region].end = regions.count }
        // The head of the page, with its logo and menus, unless it holds the headline.
        let isPageHead =
            last.element == .header && last.surroundings.region == 0 && !surroundings.isInHeader
        if isPageHead, !blocks[last.firstBlock...].contains(where: { $0.mark == .headline }) {
            for index in last.firstBlock..<blocks.count { blocks[index].mark = .furniture }
        }
    }

    /// A link's words end with the paragraph that they begin in.
    private mutating func endTarget() {
        guard let (start, target) = openTarget else { return }
        let range = text.trimmed(max(start, blockStart)..<max(start, blockStart, text.count))
        guard !range.isEmpty else { return }
        targets.append((range, target))
        openTarget = nil
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
        if let start = linkStart {
            linkedLength += text.count - max(start, blockStart)
            linkStart = text.count
        }
        defer {
            blockStart = text.count
            linkedLength = 0
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
        let isLinked = linkedLength * 10 >= range.count * 9
        let form = forms.form(of: surroundings.setting, block: blocks.count)
        blocks.append(
            PageBlock(
                range: range, mark: surroundings.mark, region: surroundings.region, isLink: isLinked, form: form,
                isAfterRule: isRulePending))
        isRulePending = false
        if surroundings.mark == .paragraph || surroundings.mark == nil && range.count > 80 {
            regions[surroundings.region].prose += range.count
        }
        text.append(0x0A)
        text.append(0x0A)
    }
}

extension PageReader {
    func draft(id: String, feed: String, html: String) -> Draft {
        var told = facts.told
        var page = blocks
        let story = storyRegion
        let headline = facts.headline(of: page, in: story, text)
        for index in page.indices {
            if !story.contains(page[index].region), index != headline { page[index].mark = .furniture }
            if page[index].mark == .headline, index != headline { page[index].mark = .heading }
        }
        if headline != nil { told.title = nil }
        // The blank lines behind the last paragraph.
        let end = text.trimmed(0..<text.count).upperBound
        let text = Array(text[..<end])
        return Draft(
            id: id, feed: feed, text: String(decoding: text, as: UTF8.self), original: html, bytes: text,
            blocks: page.map { $0.block(in: text) }, told: told, links: links)
    }

    private var links: [Link] {
        let base = facts.address
        return targets.compactMap { range, target in
            WebAddress(target, on: base).map {
                Link(span: TextSpan(range.lowerBound, range.upperBound), address: $0.text)
            }
        }
    }

    /// The regions that hold the story: the `article` with most prose, else `main`, where it has a good part of all.
    private var storyRegion: Range<Int> {
        var whole = regions.map(\.prose)
        // Inner regions come after their outer ones.
        for index in regions.indices.reversed() where index > 0 {
            whole[regions[index].outer] += whole[index]
        }
        let all = 0..<regions.count
        func region(_ element: PageElement, atLeast share: Int) -> Range<Int>? {
            let best = regions.indices.filter { regions[$0].element == element }.max { whole[$0] < whole[$1] }
            guard let best, whole[best] > 0, whole[best] * 100 >= whole[0] * share else { return nil }
            return best..<regions[best].end
        }
        return region(.article, atLeast: 40) ?? region(.main, atLeast: 40) ?? all
    }
}
