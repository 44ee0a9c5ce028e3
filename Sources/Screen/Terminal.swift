// Screen: what can stand on a terminal, as values, and nothing about how it gets there.
//
// Text from outside becomes clusters in `Drawable`, the one cleaning step; `Frame.write` puts them into the cells of a
// `Frame`; `wrapped` breaks paragraphs by the same widths. A `Terminal` shows frames and answers with `Input`. What a cell
// means is its `Role`; how a role looks is a `Paint`.

/// The screen and keyboard that the reader lives on: ncurses, or memory in tests and for `dateline screen`.
package protocol Terminal {
    var size: Size { get }
    mutating func show(_ frame: Frame)
    /// Waits for the next input; nil when there is none any more.
    mutating func nextInput() -> Input?
}
