/// Something to be done to the user's own marks: to take back what the user did, or to do it again.
package enum UndoStep: Hashable, Sendable {
    /// Mark these stories read or unread. All of them are the other way before.
    case setRead(Bool, ids: [String])
    case remove(Bookmark.Identity)
    /// Put a bookmark back as it was.
    case restore(Bookmark)
}

/// What the user did to bookmarks and read marks, so that it can be taken back, and done again.
package struct UndoHistory: Hashable, Sendable {
    /// What takes back the user's acts, the last of them last.
    package private(set) var back: [UndoStep]
    /// What does again the acts taken back, the last taken back last.
    package private(set) var forth: [UndoStep]

    /// More than anybody remembers.
    package static let limit = 200

    package init(back: [UndoStep] = [], forth: [UndoStep] = []) {
        self.back = back.suffix(Self.limit)
        self.forth = forth.suffix(Self.limit)
    }

    /// The user did something that this takes back. What had been taken back before can no longer be done again.
    package mutating func add(_ step: UndoStep) {
        back.append(step)
        if back.count > Self.limit { back.removeFirst() }
        forth = []
    }

    /// The last act could not be done after all.
    package mutating func forget(where isUndone: (UndoStep) -> Bool) {
        if let index = back.lastIndex(where: isUndone) { back.remove(at: index) }
    }

    /// - Returns: the step that takes back the last act; nil when there is none.
    package mutating func takeBack() -> UndoStep? { back.popLast() }

    /// - Returns: the step that does again what was taken back last; nil when there is nothing.
    package mutating func takeForth() -> UndoStep? { forth.popLast() }

    /// The step taken has been done; this would undo it.
    package mutating func addForth(_ step: UndoStep) { forth.append(step) }

    /// The same for a step done again.
    package mutating func addBack(_ step: UndoStep) { back.append(step) }
}
