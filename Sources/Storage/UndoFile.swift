import JSONText
package import News

/// What can be taken back, over restarts: `undo.jsonl`, one step a line, replaced whole at each change. Of two readers the
/// one that changed something last is right: whose steps these are is lost, but never a bookmark.
package struct UndoFile: Sendable {
    package let file: String
    var patience = 3_000
    /// Ids of all steps together that are kept: marking ten thousand stories read again and again must not grow a file
    /// that is written at each step.
    var mostIDs = 50_000
    var replacement = SafeReplacement()

    package init(file: String) { self.file = file }

    /// Empty when there is no file. A line that cannot be read is no step.
    package func history() throws(Problem) -> UndoHistory {
        let bytes: [UInt8]
        do {
            bytes = try wholeFile(file) ?? []
        } catch {
            throw error.problem("\(file) cannot be read.")
        }
        var steps: [Direction: [UndoStep]] = [:]
        for line in bytes.split(afterEach: 0x0A) {
            guard let (direction, step) = Self.step(line) else { continue }
            steps[direction, default: []].append(step)
        }
        return UndoHistory(back: steps[.back] ?? [], forth: steps[.forth] ?? [])
    }

    package func keep(_ history: UndoHistory) throws(Problem) {
        var bytes: [UInt8] = []
        for (direction, steps) in [(Direction.back, history.back), (.forth, history.forth)] {
            for step in newest(of: steps) {
                bytes += JSONWriter.bytes(of: JSONObject(step, direction)) + [0x0A]
            }
        }
        do {
            try makeFolder(folder(of: file))
        } catch {
            throw error.problem("\(file) could not be saved.")
        }
        let lock = try FileLock(guarding: file, patience: patience)
        try replacement.replace(file, with: bytes)
        extendLifetime(lock)
    }

    private func newest(of steps: [UndoStep]) -> ArraySlice<UndoStep> {
        var ids = 0
        var first = steps.endIndex
        while first > steps.startIndex {
            if case .setRead(_, let more) = steps[first - 1] { ids += more.count }
            if ids > mostIDs { break }
            first -= 1
        }
        return steps[first...]
    }

    private static func step(_ line: ArraySlice<UInt8>) -> (Direction, UndoStep)? {
        do {
            guard let object = try JSONValue(parsing: line.span).object,
                let direction = object["undo"]?.string.flatMap({ Direction(rawValue: $0) }),
                let step = UndoStep(object)
            else { return nil }
            return (direction, step)
        } catch {
            return nil
        }
    }

    fileprivate enum Direction: String { case back, forth }
}

extension JSONObject {
    fileprivate init(_ step: UndoStep, _ direction: UndoFile.Direction) {
        let first = Field("undo", .string(direction.rawValue))
        switch step {
        case .setRead(let isRead, let ids):
            self.init([first, Field("read", .bool(isRead)), Field("ids", .array(ids.map { .string($0) }))])
        case .remove(let identity):
            self.init([
                first, Field("remove", .string(identity.id)),
                Field("quote", identity.quote.map { .string($0) } ?? .null),
            ])
        case .restore(let bookmark):
            // As its line was, byte for byte, or the one that Dateline writes.
            let line = bookmark.line ?? String(decoding: JSONWriter.bytes(of: JSONObject(bookmark)), as: UTF8.self)
            self.init([first, Field("restore", .string(line))])
        }
    }
}

extension UndoStep {
    fileprivate init?(_ object: JSONObject) {
        if case .bool(let isRead)? = object["read"], let ids = object["ids"]?.array {
            self = .setRead(isRead, ids: ids.compactMap(\.string))
        } else if let id = object["remove"]?.string {
            self = .remove(Bookmark.Identity(id: id, quote: object["quote"]?.string))
        } else if let line = object["restore"]?.string, let bookmark = Self.bookmark(line) {
            self = .restore(bookmark)
        } else {
            return nil
        }
    }

    private static func bookmark(_ line: String) -> Bookmark? {
        do {
            return try JSONValue(parsing: line).object.flatMap { Bookmark($0, line: Array(line.utf8)[...]) }
        } catch {
            return nil
        }
    }
}
