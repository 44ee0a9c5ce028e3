import JSONText
import News

/// The bookmarks file, line by line: what can be read is understood, and every line that is not changed stays byte for
/// byte as it was, its line end included.
struct BookmarkLines {
    struct Line {
        /// With its line end, if it has one; the first with the byte order mark, if there is one.
        let bytes: [UInt8]
        let content: Content
    }

    enum Content {
        case blank
        case bookmark(Bookmark, JSONObject)
        case unreadable(reason: String)

        var bookmark: Bookmark? {
            guard case .bookmark(let bookmark, _) = self else { return nil }
            return bookmark
        }
    }

    private(set) var lines: [Line]

    init(_ file: [UInt8]) {
        lines = file.split(afterEach: 0x0A).enumerated().map { index, bytes in
            Line(bytes: Array(bytes), content: Content(bytes.dropMark(if: index == 0).dropLineEnd))
        }
    }

    var bytes: [UInt8] { lines.flatMap(\.bytes) }

    var bookmarks: [Bookmark] { lines.compactMap(\.content.bookmark) }

    /// Lines that are no bookmark, as sentences with their numbers from 1.
    func problems(in path: String) -> [Problem] {
        lines.enumerated().compactMap { index, line in
            guard case .unreadable(let reason) = line.content else { return nil }
            return Problem(
                "\(path), line \(index + 1) is not a bookmark and was left as it is.", remedy: "Correct or delete it.",
                detail: reason)
        }
    }

    /// Adds a line at the end, ended as the lines before it are.
    mutating func append(_ bookmark: Bookmark) {
        let object = JSONObject(bookmark)
        append(Line(bytes: JSONWriter.bytes(of: object) + lineEnd, content: .bookmark(bookmark, object)))
    }

    private mutating func append(_ line: Line) {
        if let last = lines.last, last.bytes.last != 0x0A, !last.bytes[...].dropMark(if: lines.count == 1).isEmpty {
            lines[lines.count - 1] = Line(bytes: last.bytes + lineEnd, content: last.content)
        }
        lines.append(line)
    }

    /// Puts a bookmark that was taken out back as it was, before the first that was saved after it.
    mutating func putBack(_ bookmark: Bookmark) {
        let place = lines.firstIndex { line in
            guard let saved = bookmark.saved, let other = line.content.bookmark?.saved else { return false }
            return other > saved
        }
        let object = Self.object(of: bookmark)
        let bytes = bookmark.line.map { Array($0.utf8) } ?? JSONWriter.bytes(of: JSONObject(bookmark))
        let line = Line(bytes: bytes + lineEnd, content: .bookmark(bookmark, object))
        guard let place else { return append(line) }
        guard place == 0, let first = lines.first else { return lines.insert(line, at: place) }
        let mark = first.bytes.prefix(first.bytes.markLength)
        lines[0] = Line(bytes: Array(first.bytes.dropFirst(mark.count)), content: first.content)
        lines.insert(Line(bytes: mark + line.bytes, content: line.content), at: 0)
    }

    private static func object(of bookmark: Bookmark) -> JSONObject {
        guard let line = bookmark.line else { return JSONObject(bookmark) }
        do {
            return try JSONValue(parsing: line).object ?? JSONObject(bookmark)
        } catch {
            return JSONObject(bookmark)
        }
    }

    /// Takes out every line that keeps the same story or the same quote of it.
    mutating func remove(_ identity: Bookmark.Identity) {
        let isRemoved: (Line) -> Bool = { $0.content.bookmark?.identity == identity }
        let mark: [UInt8] = lines.first.map { isRemoved($0) ? Array($0.bytes.prefix($0.bytes.markLength)) : [] } ?? []
        lines.removeAll(where: isRemoved)
        guard !mark.isEmpty else { return }
        let first = lines.first ?? Line(bytes: [], content: .blank)
        lines = [Line(bytes: mark + first.bytes, content: first.content)] + lines.dropFirst()
    }

    /// Writes the user's words into the lines that keep this story or quote; other fields of theirs stay.
    mutating func setNote(_ note: String, of identity: Bookmark.Identity) {
        for index in lines.indices {
            guard case .bookmark(let bookmark, var object) = lines[index].content, bookmark.identity == identity,
                bookmark.note != note
            else { continue }
            object["note"] = .string(note)
            let old = lines[index].bytes
            let start = index == 0 ? Array(old.prefix(old.markLength)) : []
            let end = old.suffix(old.count - old[...].dropLineEnd.endIndex)
            let line = JSONWriter.bytes(of: object)
            guard let changed = Bookmark(object, line: line[...]) else { continue }
            lines[index] = Line(bytes: start + line + end, content: .bookmark(changed, object))
        }
    }

    private var lineEnd: [UInt8] {
        let ended = lines.last { $0.bytes.last == 0x0A }
        return ended?.bytes.suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
    }
}

extension BookmarkLines.Content {
    fileprivate init(_ line: ArraySlice<UInt8>) {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            self = .blank
            return
        }
        do {
            guard let object = try JSONValue(parsing: line.span).object else {
                self = .unreadable(reason: "it is no object")
                return
            }
            if let bookmark = Bookmark(object, line: line) {
                self = .bookmark(bookmark, object)
            } else {
                self = .unreadable(reason: "it has no id")
            }
        } catch {
            self = .unreadable(reason: error.words)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var dropLineEnd: ArraySlice<UInt8> {
        var line = self
        if line.last == 0x0A { line.removeLast() }
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    fileprivate func dropMark(if isFirst: Bool) -> ArraySlice<UInt8> { isFirst ? dropFirst(markLength) : self }

    func split(afterEach end: UInt8) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = startIndex
        while start < endIndex {
            let next = self[start...].firstIndex(of: end).map { $0 + 1 } ?? endIndex
            pieces.append(self[start..<next])
            start = next
        }
        return pieces
    }
}

extension Collection<UInt8> {
    /// How many bytes a UTF-8 byte order mark takes at the start: 3 or 0. Windows editors put it there.
    fileprivate var markLength: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

extension [UInt8] {
    func split(afterEach end: UInt8) -> [ArraySlice<UInt8>] { self[...].split(afterEach: end) }
}

extension JSONWriter {
    static func bytes(of object: JSONObject) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(.object(object))
        return writer.bytes
    }
}
