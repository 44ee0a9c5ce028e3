/// One key press, whatever the terminal sent for it.
package enum Key: Hashable, Sendable {
    case character(Character)
    /// Ctrl with a small letter: `.control("d")`.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, pageUp, pageDown, home, end
    case function(Int)
}

/// What a mouse did, where.
package struct MouseEvent: Hashable, Sendable {
    package enum Act: Hashable, Sendable { case press, doublePress, drag, release, wheelUp, wheelDown }

    package let act: Act
    package let position: Position

    package init(_ act: Act, at position: Position) {
        self.act = act
        self.position = position
    }
}

/// What comes from a terminal.
package enum Input: Hashable, Sendable {
    case key(Key)
    case mouse(MouseEvent)
    case resized(Size)
    /// The terminal is gone, or a signal asks the program to end.
    case ended
    /// Something waits in the mailbox of background work.
    case woken
}
