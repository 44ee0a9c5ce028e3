import Glibc
import News

/// The ids of steps that mark very many stories, each list in a file of its own, an id a line: a file that is written at
/// every change need not hold them. A list never changes, and its name is made of it.
struct LongSteps: Sendable {
    let folder: String

    /// Whether a list is worth a file, and can stand in one.
    func takes(_ ids: [String]) -> Bool { ids.count > Self.fewest && ids.allSatisfy { !$0.utf8.contains(0x0A) } }

    /// Writes a list unless it is there.
    /// - Returns: its name.
    func keep(_ ids: [String], by replacement: SafeReplacement) throws(Problem) -> String {
        var (bytes, fingerprint): ([UInt8], UInt64) = ([], 0xCBF2_9CE4_8422_2325)
        for id in ids {
            bytes += id.utf8
            bytes.append(0x0A)
        }
        // FNV-1a, 64 bits (Fowler, Noll, Vo).
        for byte in bytes { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let name = "\(ids.count)-\(String(fingerprint, radix: 16))"
        if access(path(of: name), F_OK) == 0 { return name }
        do {
            try makeFolder(folder)
        } catch {
            throw error.problem("\(folder) could not be made.")
        }
        try replacement.replace(path(of: name), with: bytes)
        return name
    }

    /// Nil when there is no such list.
    func ids(_ name: String) -> [String]? {
        guard name.utf8.allSatisfy({ $0 == 0x2D || 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else { return nil }
        do {
            return try wholeFile(path(of: name))?.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
                .map { String(decoding: $0, as: UTF8.self) }
        } catch {
            // What cannot be read is no step, as in the file that names it.
            return nil
        }
    }

    /// Deletes every list but these. One that stays behind does no harm, so a failure is nobody's problem.
    func drop(allBut names: Set<String>) {
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.first?.isNumber == true, !names.contains(name) { unlink(path(of: name)) }
        }
    }

    private static let fewest = 200

    private func path(of name: String) -> String { "\(folder)/\(name)" }
}
