/// An element of a page that stands on its own lines, with what it is known to hold. A page's nodes are in a list, each
/// behind the one around it, so that no depth is too deep.
struct PageNode {
    let element: PageElement
    /// The place in the list of the element around it; its own for the page itself.
    let outer: Int
    let hints: PageHints
    /// Whether a picture stands directly in it or in what is in it.
    var hasPicture = false
    /// The paragraphs in it, as places in the page's list.
    var blocks: Range<Int>
    /// Its nodes stand behind it in the list, up to here.
    var end: Int

    init(
        _ element: PageElement, in outer: Int, hints: PageHints, at place: Int,
        firstBlock: Int
    ) {
        self.element = element
        self.outer = outer
        self.hints = hints
        blocks = firstBlock..<firstBlock
        end = place + 1
    }
}
