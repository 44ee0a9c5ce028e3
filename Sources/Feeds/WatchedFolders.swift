import Glibc
import News

/// The folders that a `FolderWatch` watches, and what their events mean.
struct WatchedFolders {
    private struct Folder {
        /// Ends in 0.
        var path: [CChar]
        /// Whether all articles in it are meant, and all folders below it.
        var isTree = false
        /// Files and folders that are meant besides.
        var names: Set<[CChar]> = []
    }

    private let events: Int32
    private let articles: [[CChar]]
    /// By the kernel's numbers.
    private var folders: [Int32: Folder] = [:]
    /// Why not all can be watched; nil when all can.
    private(set) var problem: Problem?
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    private static let lost = bits(IN_DELETE_SELF, IN_MOVE_SELF, IN_UNMOUNT, IN_IGNORED)
    private static let mask = bits(
        IN_CLOSE_WRITE, IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE_SELF, IN_MOVE_SELF, IN_ONLYDIR,
        IN_EXCL_UNLINK, IN_MASK_ADD)

    init(_ events: Int32, articles: [String]) {
        self.events = events
        self.articles = articles.map { Array($0.utf8CString) }
        watchAll()
    }

    /// Whether the events that wait now mean that articles changed. Folders that were made are watched from now on.
    mutating func takeChanges() -> Bool {
        var hasChanges = false
        while true {
            let count = read(events, &buffer, buffer.count)
            guard count > 0 else { return hasChanges }
            var at = 0
            while at + MemoryLayout<inotify_event>.size <= count {
                let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: inotify_event.self) }
                at += MemoryLayout<inotify_event>.size
                let name = buffer[at..<at + Int(event.len)].prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
                at += Int(event.len)
                if isChange(event, name) { hasChanges = true }
            }
        }
    }

    private mutating func isChange(_ event: inotify_event, _ name: [CChar]) -> Bool {
        if event.says(IN_Q_OVERFLOW) {
            // More happened than the kernel keeps: folders that were made may be among it.
            watchAll()
            return true
        }
        guard let folder = folders[event.wd] else { return false }
        if event.mask & Self.lost != 0 { return lose(event.wd, folder, isGone: event.says(IN_IGNORED)) }
        let path = joined(folder.path, name)
        let isFolder = event.says(IN_ISDIR)
        let isNew = event.says(IN_CREATE) || event.says(IN_MOVED_TO)
        if folder.names.contains(name) {
            if isFolder, isNew { watchTree(path) }
            return isFolder || !isBegun(path, event)
        }
        guard folder.isTree, name[0] != CChar(bitPattern: UInt8(ascii: ".")) else { return false }
        if isFolder {
            if isNew { watchTree(path) }
            return true
        }
        return ArticleFormat(fileName: name) != nil && !isBegun(path, event)
    }

    /// Whether a file has only just been made: it is told of when it has been written.
    private func isBegun(_ path: [CChar], _ event: inotify_event) -> Bool {
        guard event.says(IN_CREATE) else { return false }
        var status = stat()
        return lstat(path, &status) == 0 && status.isFile && status.st_nlink == 1 && status.st_size == 0
    }

    /// A folder that was moved or deleted. One that the user named may come back.
    private mutating func lose(_ number: Int32, _ folder: Folder, isGone: Bool) -> Bool {
        if !isGone { inotify_rm_watch(events, number) }
        folders[number] = nil
        guard folder.isTree, articles.contains(where: { $0 == folder.path }) else { return false }
        watch(folder.path)
        return true
    }

    private mutating func watchAll() { for path in articles { watch(path) } }

    /// A file, or one that is not there, is watched for in its folder.
    private mutating func watch(_ path: [CChar]) {
        var status = stat()
        if stat(path, &status) == 0, status.isFolder { return watchTree(path) }
        let path = path.withoutSlashesAtEnd
        let cut = path.lastIndex(of: slash)
        let parent = cut.map { $0 == 0 ? [slash, 0] : path[..<$0] + [0] } ?? [CChar(bitPattern: UInt8(ascii: ".")), 0]
        guard let number = add(parent) else { return }
        folders[number, default: Folder(path: parent)].names.insert(Array(path[(cut.map { $0 + 1 } ?? 0)...]))
    }

    private mutating func watchTree(_ path: [CChar]) {
        var waiting = [path]
        while let path = waiting.popLast() {
            guard let number = add(path) else { continue }
            folders[number, default: Folder(path: path)].isTree = true
            // It may have been moved here.
            folders[number]?.path = path
            waiting += subfolders(of: path)
        }
    }

    /// - Returns: nil for what is no folder any more, cannot be read, or is one too many.
    private mutating func add(_ path: [CChar]) -> Int32? {
        let number = inotify_add_watch(events, path, Self.mask)
        if number >= 0 { return number }
        if errno == ENOSPC || errno == ENOMEM { problem = Self.problem(errno) }
        return nil
    }

    static func problem(_ code: Int32) -> Problem {
        Problem(
            "Not all folders can be watched for changes: the system allows no more.",
            remedy: "R reads them anew; the limit is fs.inotify.max_user_watches or max_user_instances.",
            detail: systemWords(code))
    }
}

private func bits(_ parts: Int32...) -> UInt32 { parts.reduce(0) { $0 | UInt32($1) } }

extension inotify_event {
    fileprivate func says(_ bit: Int32) -> Bool { mask & UInt32(bit) != 0 }
}

/// Links are not followed, hidden ones passed over, as in a walk.
private func subfolders(of path: [CChar]) -> [[CChar]] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var folders: [[CChar]] = []
    while let record = readdir(stream) {
        let name = nameBytes(of: record)
        guard name[0] != CChar(bitPattern: UInt8(ascii: ".")) else { continue }
        let kind = Int32(record.pointee.d_type)
        var status = stat()
        let isFolder =
            kind == Int32(DT_DIR)
            || kind == Int32(DT_UNKNOWN)
                && fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.isFolder
        if isFolder { folders.append(joined(path, name)) }
    }
    return folders
}

extension [CChar] {
    fileprivate var withoutSlashesAtEnd: [CChar] {
        var path = self
        while path.count > 2, path[path.count - 2] == slash { path.remove(at: path.count - 2) }
        return path
    }
}
