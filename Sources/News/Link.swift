/// Words of a story that lead to a page of the web.
package struct Link: Hashable, Sendable {
    /// The words, in the article's text; never empty.
    package let span: TextSpan
    /// Absolute, http or https: the text of a `WebAddress`.
    package let address: String

    package init(span: TextSpan, address: String) {
        self.span = span
        self.address = address
    }
}
