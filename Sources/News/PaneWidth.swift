/// How wide a pane is wished to be.
package enum PaneWidth: Hashable, Sendable {
    case columns(Int)
    /// Hundredths of the screen's width.
    case share(Int)
}
