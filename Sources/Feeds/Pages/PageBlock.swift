import News

/// A paragraph of a page, with what its elements say of it.
struct PageBlock {
    /// In the page's readable text.
    let range: Range<Int>
    let mark: Block.Mark?
    /// The innermost node around it, as its place in the page's list.
    let node: Int
    /// How much of it leads elsewhere, in bytes.
    let linkedLength: Int
    var form = Paragraph.Form.plain
    let isAfterRule: Bool

    /// Whether it stands in a table of facts.
    var isCell: Bool {
        switch form {
        case .cell: true
        case .plain, .heading, .entry, .preformatted: false
        }
    }
}

extension PageElement {
    /// What its text is; nil when that is for the elements around it to say.
    func mark(within outer: Block.Mark?) -> Block.Mark? {
        switch self {
        case .nav, .button, .select, .option, .menu: .furniture
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
