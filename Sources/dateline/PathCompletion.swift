import Glibc

/// Folders and story files whose path begins so, as they were begun (`~` stays), by name; folders with a stroke behind.
/// None where nothing can be listed.
func paths(beginning typed: String) -> [String] {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, beginning) = (typed[..<cut], typed[cut...])
    guard let listing = opendir(folder.isEmpty ? "." : expanded(String(folder))) else { return [] }
    defer { closedir(listing) }
    var found: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        // Hidden ones are shown to who asks for them.
        guard name.hasPrefix(beginning), name != ".", name != "..", beginning.hasPrefix(".") || !name.hasPrefix(".")
        else { continue }
        var status = stat()
        guard stat(expanded(folder + name), &status) == 0 else { continue }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        if isFolder || [".txt", ".md", ".html"].contains(where: name.lowercased().hasSuffix) {
            found.append(folder + name + (isFolder ? "/" : ""))
        }
    }
    return found.sorted()
}
