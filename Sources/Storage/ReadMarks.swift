import Glibc
import JSONText
package import News

/// Which stories were read: a file of lines `{"id":"…","read":true,"at":"…"}`, only ever added to. Of the lines about a
/// story the latest by `at` holds, and the last of those that say the same moment or none. So the files of two computers
/// merge by putting one after the other, in whichever order.
package struct ReadMarks: Sendable {
    package let file: String
    var patience = 3_000
    /// The file is looked through for lines that no longer matter each time it grows past a multiple of this.
    var compactionStep = 1 << 20
    var replacement = SafeReplacement()

    package init(file: String) { self.file = file }

    /// Which state the file is in; nil when there is none.
    package var version: FileVersion? { FileVersion(of: file) }

    /// The ids of the stories read. A line that cannot be read (torn by a full disk, or no line of ours) says nothing.
    package func readIDs() throws(Problem) -> Set<String> {
        let held = Self.held(try lines())
        return Set(held.lazy.filter(\.value.mark.isRead).map(\.key))
    }

    package func set(_ isRead: Bool, ids: [String], at moment: Timestamp) throws(Problem) {
        if ids.isEmpty { return }
        var writer = JSONWriter()
        for id in ids {
            writer.object {
                $0.field("id", id)
                $0.field("read", isRead)
                $0.field("at", moment.iso8601)
            }
            writer.newLine()
        }
        let lock = try FileLock(changing: file, patience: patience)
        let (old, new) = try append(writer.bytes)
        if old / compactionStep != new / compactionStep { try compact() }
        extendLifetime(lock)
    }

    /// - Returns: the file's size before and after.
    private func append(_ bytes: [UInt8]) throws(Problem) -> (Int, Int) {
        do throws(SystemFailure) {
            let isNew = FileVersion(of: file) == nil
            let descriptor = try Descriptor(opening: file, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK)
            let status = try descriptor.status()
            guard status.st_mode & S_IFMT == S_IFREG else { throw SystemFailure("no ordinary file", code: EINVAL) }
            let size = Int(status.st_size)
            var last: UInt8 = 0x0A
            if size > 0, pread(descriptor.number, &last, 1, off_t(size - 1)) != 1 { throw SystemFailure("reading") }
            do throws(SystemFailure) {
                try descriptor.write(last == 0x0A ? bytes : [0x0A] + bytes)
                if replacement.sync(descriptor.number) != 0 { throw SystemFailure("syncing to the disk") }
            } catch {
                // Half a line would be of no use; when this fails too, reading passes over it.
                _ = ftruncate(descriptor.number, off_t(size))
                throw error
            }
            if isNew { try syncFolder(folder(of: file), with: replacement.sync) }
            return (size, size + bytes.count)
        } catch {
            throw error.problem("\(file) could not be saved.")
        }
    }

    /// Leaves, for every story, the line that holds, and every line not understood.
    private func compact() throws(Problem) {
        let lines = try lines()
        let held = Self.held(lines)
        let kept = lines.indices.filter { index in
            guard let mark = Self.mark(lines[index]) else { return !lines[index].isEmpty }
            return held[mark.id]?.line == index
        }
        if kept.count > lines.count / 2 { return }
        try replacement.replace(file, with: kept.flatMap { lines[$0] + [0x0A] })
    }

    /// By story, the mark that holds and the index of its line.
    private static func held(_ lines: [[UInt8]]) -> [String: (mark: Mark, line: Int)] {
        var held: [String: (mark: Mark, line: Int)] = [:]
        for (index, line) in lines.enumerated() {
            guard let mark = mark(line) else { continue }
            if let moment = mark.moment, let known = held[mark.id]?.mark.moment, known > moment { continue }
            held[mark.id] = (mark, index)
        }
        return held
    }

    private func lines() throws(Problem) -> [[UInt8]] {
        do {
            let bytes = try wholeFile(file) ?? []
            return bytes.split(afterEach: 0x0A).map { $0.last == 0x0A ? Array($0.dropLast()) : Array($0) }
        } catch {
            throw error.problem("\(file) cannot be read.")
        }
    }

    private struct Mark {
        let id: String
        let isRead: Bool
        /// Nil when the line does not say.
        let moment: Timestamp?
    }

    private static func mark(_ line: [UInt8]) -> Mark? {
        do {
            guard let object = try JSONValue(parsing: line.span).object, let id = object["id"]?.string,
                case .bool(let isRead)? = object["read"]
            else { return nil }
            return Mark(id: id, isRead: isRead, moment: object["at"]?.string.flatMap { Timestamp(iso8601: $0) })
        } catch {
            return nil
        }
    }
}
