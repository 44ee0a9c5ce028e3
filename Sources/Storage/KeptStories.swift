import Glibc
import JSONText
package import News

/// The stories behind the bookmarks, one file each, so that they stay readable when their own file is gone.
package struct KeptStories: Sendable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// The story of this id; nil when it was not kept.
    package func story(_ id: String) throws(Problem) -> Article? {
        let path = path(of: id)
        let file: [UInt8]?
        do {
            file = try wholeFile(path)
        } catch {
            throw error.problem("\(path) cannot be read.")
        }
        guard let file else { return nil }
        do {
            if let object = try JSONValue(parsing: file.span).object, let story = Article(object), story.id == id {
                return story
            }
        } catch {
            throw Problem("\(path) is not a story.", detail: error.words)
        }
        throw Problem("\(path) is not a story.")
    }

    /// Whether the story is kept in just this state.
    func holds(_ story: Article) -> Bool {
        do {
            return try self.story(story.id) == story
        } catch {
            // Damaged: it is written anew.
            return false
        }
    }

    /// The caller holds the lock of the bookmarks file.
    func keep(_ story: Article, by replacement: SafeReplacement) throws(Problem) {
        do {
            try makeFolder(folder)
        } catch {
            throw error.problem("\(folder) could not be made.")
        }
        try replacement.replace(path(of: story.id), with: JSONWriter.bytes(of: JSONObject(story)))
    }

    /// The caller holds the lock of the bookmarks file.
    func drop(_ id: String) throws(Problem) {
        let path = path(of: id)
        if unlink(path) != 0, errno != ENOENT {
            throw SystemFailure("deleting").problem("\(path) could not be deleted.")
        }
    }

    private func path(of id: String) -> String { "\(folder)/\(Self.fileName(of: id)).json" }

    /// A name that any file system takes, different for different ids, and near enough to the id for a person.
    static func fileName(of id: String) -> String {
        let hexadecimals = Array("0123456789ABCDEF".utf8)
        var name: [UInt8] = []
        for byte in id.utf8 {
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": name.append(byte)
            case "." where !name.isEmpty: name.append(byte)
            default: name += [UInt8(ascii: "%"), hexadecimals[Int(byte >> 4)], hexadecimals[Int(byte & 15)]]
            }
        }
        // Names may have 255 bytes, and a temporary one is longer. No short name holds a "~".
        if name.count > 200 { name = Array(name.prefix(180)) + "~\(String(fingerprint(id.utf8), radix: 16))".utf8 }
        return String(decoding: name, as: UTF8.self)
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
