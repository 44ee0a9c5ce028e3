package import News
import Glibc

/// An article file that a walk found; nothing of it is read yet.
package struct FoundFile: Hashable, Sendable {
    /// The article's id: the opened folder's name and the path below it, unless the file was given another one. Bytes of
    /// a name that are not UTF-8 stand as `%E9`.
    package let id: String
    package let feed: Feed
    package let format: ArticleFormat
    /// In bytes, when it was found.
    package let size: Int
    /// Nanoseconds since 1970, when it was found: with `size`, what tells an unchanged file.
    package let modified: Int
    /// As the system knows it: names need not be UTF-8.
    let path: [CChar]

    /// From the root of the file system; bytes that are not UTF-8 as `%E9`.
    package var absolutePath: String {
        let written = shown(path.dropLast())
        if written.hasPrefix("/") { return written }
        let here = getcwd(nil, 0)
        defer { free(here) }
        guard let here else { return written }
        return "\(String(cString: here))/\(written)"
    }
}

extension FoundFile {
    /// The same file by another id.
    package func named(_ id: String) -> FoundFile {
        FoundFile(id: id, feed: feed, format: format, size: size, modified: modified, path: path)
    }

    /// A file that was found in an earlier walk, at its absolute path.
    package init(id: String, feed: Feed, absolutePath: String) {
        let path = Array(absolutePath.utf8CString)
        self.init(
            id: id, feed: feed, format: ArticleFormat(fileName: path) ?? .plain, size: 0, modified: 0, path: path)
    }
}

/// What a walk through files and folders came back with.
package struct Findings: Sendable {
    /// In order: as the paths were given; in a folder its own files by name, then its sub-folders by name.
    package fileprivate(set) var files: [FoundFile] = []
    /// The feeds of `files`, each once, in that order.
    package fileprivate(set) var feeds: [Feed] = []
    /// Folders that cannot be listed, pipes and devices, links to nothing.
    package fileprivate(set) var problems: [Problem] = []
    /// Files of other kinds (`README`, `photo.jpg`) and links to folders, which are passed over.
    package fileprivate(set) var otherCount = 0
}

/// All article files at these paths: files, and folders with all that is below them.
///
/// Hidden files and folders are passed over, links to folders are not followed, nothing is opened, so that a pipe
/// cannot block. A file that is named itself may have any ending: an unknown one is read as plain text.
/// A folder that two paths lead to is walked once. 10,000 files take some tens of milliseconds.
///
/// - Throws: for a path where nothing is.
package func findings(at paths: [String]) throws(Problem) -> Findings {
    findings(at: try paths.map { path throws(Problem) in try StartingPlace(path) })
}

/// The same for paths that were there once: all keep their names, and what is gone has no files.
package func findingsLeft(at paths: [String]) -> Findings {
    findings(
        at: paths.map { path in
            do {
                return try StartingPlace(path)
            } catch {
                return StartingPlace(gone: path)
            }
        })
}

private func findings(at places: [StartingPlace]) -> Findings {
    var walk = FolderWalk()
    let names = distinctNames(of: places.map(\.folderComponents))
    for (place, name) in zip(places, names) where !place.isGone { walk.visit(place, named: name) }
    return walk.findings
}

/// The fewest last components that tell folders of the same name apart: "a/Articles" and "b/Articles".
/// Equal folders keep one name.
func distinctNames(of folders: [[String]]) -> [String] {
    folders.map { folder in
        let others = folders.filter { $0 != folder }
        var count = 1
        while count < folder.count, others.contains(where: { $0.suffix(count) == folder.suffix(count) }) { count += 1 }
        let name = folder.suffix(count).joined(separator: "/")
        return name.isEmpty ? "/" : name
    }
}

/// A path that the user gave, looked up.
private struct StartingPlace {
    /// The folder to walk, or that holds the file.
    let folder: [CChar]
    let folderComponents: [String]
    /// Set when the path names a file.
    let file: FolderEntry?
    let isGone: Bool

    init(gone path: String) {
        folder = Array(path.utf8CString)
        folderComponents = path.split(separator: "/").map(String.init)
        file = nil
        isGone = true
    }

    init(_ given: String) throws(Problem) {
        var path = Array(given.utf8CString)
        while path.count > 2, path[path.count - 2] == slash { path.remove(at: path.count - 2) }
        var status = stat()
        guard !given.isEmpty, stat(path, &status) == 0 else {
            let cause = errno
            // A link to nothing is there, but there is nothing to read.
            throw Problem(
                "There is no file or folder \u{201C}\(given)\u{201D}.",
                remedy: "Check the path; dateline opens article files and folders of them.",
                detail: systemWords(cause))
        }
        var written = path
        if status.isFolder {
            file = nil
        } else {
            let cut = path.lastIndex(of: slash)
            let name = Array(path[(cut.map { $0 + 1 } ?? 0)...])
            written = cut.map { $0 == 0 ? [slash, 0] : path[..<$0] + [0] } ?? [CChar(46), 0]
            file = FolderEntry(name: name, status: status)
        }
        // The same file has the same path then, however somebody gets there.
        folder = Self.wholePath(of: written) ?? written
        folderComponents = Self.components(of: folder, written: written)
        isGone = false
    }

    /// From the root, without links and dots; nil when the system does not say.
    private static func wholePath(of folder: [CChar]) -> [CChar]? {
        let whole = realpath(folder, nil)
        defer { free(whole) }
        return whole.map { Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1)) }
    }

    /// As written where it is written ("news" stays "news" when it is a link).
    private static func components(of folder: [CChar], written: [CChar]) -> [String] {
        var components = folder.dropLast().split(separator: slash).map { shown($0) }
        let last = written.dropLast().split(separator: slash).last.map { shown($0) } ?? ""
        let isName = !["", ".", ".."].contains(last)
        if isName, !components.isEmpty { components[components.count - 1] = last }
        return components
    }
}

/// One name in a folder, with what `lstat` says.
private struct FolderEntry {
    /// Ends in 0.
    let name: [CChar]
    let status: stat
}

/// The folders still to visit are kept in a list, not on the call stack, so that depth is no danger.
private struct FolderWalk {
    var findings = Findings()
    private var seenFolders: Set<FileIdentity> = []
    private var seenFiles: Set<[CChar]> = []
    private var ids: Set<String> = []
    private var waiting: [(path: [CChar], feed: Feed)] = []

    mutating func visit(_ place: StartingPlace, named name: String) {
        let feed = Feed(id: name, name: name)
        if let file = place.file {
            let path = joined(place.folder, file.name)
            consider(file, at: path, in: feed, as: ArticleFormat(fileName: file.name) ?? .plain)
            return
        }
        waiting = [(place.folder, feed)]
        while let (path, feed) = waiting.popLast() { list(path, feed) }
    }

    private mutating func list(_ folder: [CChar], _ feed: Feed) {
        guard let entries = entries(of: folder, feed) else { return }
        var subfolders: [(path: [CChar], feed: Feed)] = []
        for entry in entries {
            let path = joined(folder, entry.name)
            if entry.status.isFolder {
                let name = shown(entry.name.dropLast())
                // A feed of a feed is named by its path below the opened folder: "World/Asia".
                let isTop = feed.id == feed.name
                let feedName = isTop ? name : "\(feed.name)/\(name)"
                subfolders.append((path, Feed(id: "\(feed.id)/\(name)", name: feedName)))
            } else if let format = ArticleFormat(fileName: entry.name) {
                consider(entry, at: path, in: feed, as: format)
            } else {
                findings.otherCount += 1
            }
        }
        waiting.append(contentsOf: subfolders.reversed())
    }

    /// By name; nil when the folder was listed before or cannot be.
    private mutating func entries(of folder: [CChar], _ feed: Feed) -> [FolderEntry]? {
        guard let stream = opendir(folder) else {
            let cause = errno
            findings.problems.append(
                Problem(
                    "The folder \(feed.id) cannot be opened.", remedy: remedy(for: cause), detail: systemWords(cause)))
            return nil
        }
        defer { closedir(stream) }
        var own = stat()
        guard fstat(dirfd(stream), &own) == 0, seenFolders.insert(FileIdentity(own)).inserted else { return nil }
        var entries: [FolderEntry] = []
        while let record = readdir(stream) {
            let name = nameBytes(of: record)
            guard name[0] != 46 else { continue }
            var status = stat()
            guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            entries.append(FolderEntry(name: name, status: status))
        }
        return entries.sorted { a, b in
            a.name.lexicographicallyPrecedes(b.name) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
        }
    }

    private mutating func consider(_ entry: FolderEntry, at path: [CChar], in feed: Feed, as format: ArticleFormat) {
        var status = entry.status
        let id = "\(feed.id)/\(shown(entry.name.dropLast()))"
        if status.isLink {
            guard stat(path, &status) == 0 else {
                findings.problems.append(Problem("\(id) is a link to a file that is not there."))
                return
            }
        }
        guard !status.isFolder else {
            findings.otherCount += 1
            return
        }
        guard status.isFile else {
            findings.problems.append(notAFile(id, status))
            return
        }
        guard seenFiles.insert(path).inserted else { return }
        let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        findings.files.append(
            FoundFile(
                id: unused(id), feed: feed, format: format, size: Int(status.st_size), modified: modified, path: path))
        if findings.feeds.last != feed, !findings.feeds.contains(feed) { findings.feeds.append(feed) }
    }

    /// The odd names "a\xE9" and "a%E9" are shown alike; a number tells them apart.
    private mutating func unused(_ id: String) -> String {
        var candidate = id
        var number = 2
        while !ids.insert(candidate).inserted {
            candidate = "\(id) (\(number))"
            number += 1
        }
        return candidate
    }
}

private struct FileIdentity: Hashable {
    let device: UInt
    let inode: UInt

    init(_ status: stat) {
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}

let slash = CChar(47)

func joined(_ folder: [CChar], _ name: [CChar]) -> [CChar] {
    folder.dropLast() + (folder.dropLast().last == slash ? [] : [slash]) + name
}

func nameBytes(of record: UnsafeMutablePointer<dirent>) -> [CChar] {
    withUnsafePointer(to: &record.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) { start in
            Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
        }
    }
}

/// A name as text; bytes that are not UTF-8 as `%E9`.
private func shown(_ name: some Collection<CChar>) -> String {
    let bytes = name.map { UInt8(bitPattern: $0) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var rest = bytes[...]
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar):
            text.unicodeScalars.append(scalar)
            rest = rest.dropFirst(UTF8.width(scalar))
        case .error:
            guard let bad = rest.popFirst() else { return text }
            text += "%" + String(bad, radix: 16, uppercase: true)
            decoder = UTF8()
            iterator = Array(rest).makeIterator()
        case .emptyInput:
            return text
        }
    }
}
