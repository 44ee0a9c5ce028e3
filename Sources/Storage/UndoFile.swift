import JSONText
package import News

/// What can be taken back, over restarts: `undo.jsonl`, one step a line, replaced whole at each change. A step that marks
/// very many stories stands there by the name of a list in the folder `undo`. Of two readers the one that changed something
/// last is right: whose steps these are is lost, but never a bookmark.
package struct UndoFile: Sendable {
    package let file: String
    var patience = 3_000
    /// Ids of all steps together that are kept: marking a hundred thousand stories read again and again must not fill a
    /// disk.
    var mostIDs = 1_000_000
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
            guard let (direction, step) = step(line) else { continue }
            steps[direction, default: []].append(step)
        }
        return UndoHistory(back: steps[.back] ?? [], forth: steps[.forth] ?? [])
    }

    package func keep(_ history: UndoHistory) throws(Problem) {
        let lock = try FileLock(changing: file, patience: patience)
        var (bytes, lists): ([UInt8], Set<String>) = ([], [])
        for (direction, steps) in [(Direction.back, history.back), (.forth, history.forth)] {
            for step in newest(of: steps) {
                var list: String?
                if case .setRead(_, let ids) = step, long.takes(ids) { list = try long.keep(ids, by: replacement) }
                if let list { lists.insert(list) }
                bytes += JSONWriter.bytes(of: JSONObject(step, direction, list: list)) + [0x0A]
            }
        }
        try replacement.replace(file, with: bytes)
        long.drop(allBut: lists)
        extendLifetime(lock)
    }

    private var long: LongSteps { LongSteps(folder: folder(of: file) + "/undo") }

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

    private func step(_ line: ArraySlice<UInt8>) -> (Direction, UndoStep)? {
        do {
            guard let object = try JSONValue(parsing: line.span).object,
                let direction = object["undo"]?.string.flatMap({ Direction(rawValue: $0) }),
                let step = UndoStep(object, long)
            else { return nil }
            return (direction, step)
        } catch {
            return nil
        }
    }

    fileprivate enum Direction: String { case back, forth }
}

extension JSONObject {
    /// - Parameter list: where the ids of the step stand.
    fileprivate init(_ step: UndoStep, _ direction: UndoFile.Direction, list: String?) {
        let first = Field("undo", .string(direction.rawValue))
        switch step {
        case .setRead(let isRead, let ids):
            let told = list.map { Field("list", .string($0)) } ?? Field("ids", .array(ids.map { .string($0) }))
            self.init([first, Field("read", .bool(isRead)), told])
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
    fileprivate init?(_ object: JSONObject, _ long: LongSteps) {
        if case .bool(let isRead)? = object["read"], let ids = object["ids"]?.array {
            self = .setRead(isRead, ids: ids.compactMap(\.string))
        } else if case .bool(let isRead)? = object["read"], let ids = object["list"]?.string.flatMap({ long.ids($0) }) {
            self = .setRead(isRead, ids: ids)
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
