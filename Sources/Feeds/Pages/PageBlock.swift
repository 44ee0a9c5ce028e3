import News

/// A paragraph of a page, with what its elements say of it.
struct PageBlock {
    /// In the page's readable text.
    let range: Range<Int>
    var mark: Block.Mark?
    /// The innermost `article` or `main` around it, as its place in the list of regions; 0 is the page.
    let region: Int
    /// Whether nearly all of it is links.
    let isLink: Bool
    var form = Paragraph.Form.plain
    var isAfterRule = false

    func block(in text: [UInt8]) -> Block {
        var block = sortedBlock(in: text)
        block.form = form
        block.isAfterRule = isAfterRule
        return block
    }

    private func sortedBlock(in text: [UInt8]) -> Block {
        let block = Block(range, mark: mark, in: text)
        switch mark {
        // A line that is one link leads elsewhere; a whole sentence may be one all the same.
        case nil, .paragraph, .listEntry, .heading:
            guard isLink, block.words <= 25, !block.isFinished else { return block }
            return Block(range, mark: .furniture, in: text)
        default: return block
        }
    }
}

/// The page itself, an `article` or a `main`. A region's inner regions follow it in the list, up to `end`.
struct PageRegion {
    let element: PageElement
    /// The region around it.
    let outer: Int
    /// Bytes of paragraphs directly in it.
    var prose = 0
    var end = Int.max

    init(_ element: PageElement, in outer: Int) {
        self.element = element
        self.outer = outer
    }
}

extension PageElement {
    /// What its text is; nil when that is for the elements around it to say.
    func mark(within outer: Block.Mark?) -> Block.Mark? {
        switch self {
        case .nav, .footer, .aside, .form, .button, .select, .dialog, .menu, .fieldset: .furniture
        case .figure, .figcaption, .caption: .caption
        case .blockquote: .blockQuote
        case .h1: .headline
        case .h2, .h3, .h4, .h5, .h6: .heading
        case .li, .dt, .dd: outer == .blockQuote ? nil : .listEntry
        case .p: outer == nil ? .paragraph : nil
        default: nil
        }
    }

    /// Whether an open one ends where the next begins.
    var isClosedByItsLike: Bool {
        switch self {
        case .p, .li, .dt, .dd, .tr, .td, .th, .option: true
        default: false
        }
    }
}
