extension Paragraph {
    /// How a paragraph is set on its page: what Markdown and HTML say beyond which part of the story it is.
    package enum Form: Hashable, Sendable {
        case plain
        /// 1 is the highest, 6 the lowest.
        case heading(level: Int)
        /// In a list that stands in `depth - 1` others.
        case entry(depth: Int, Bullet)
        /// Its line ends and blanks mean something. Those before its first word stand in the text, before its span.
        case preformatted
        /// One cell of a table, row and column counted from 0. The cells of a table follow each other row by row; an
        /// empty one is no paragraph. One that does not stand behind the cell before begins another table.
        case cell(row: Int, column: Int, isHeader: Bool)
    }

    /// What stands before an entry of a list.
    package enum Bullet: Hashable, Sendable {
        case dot
        case number(Int)
        /// Nothing: the entry's second paragraph, or what explains a term.
        case none
    }
}
