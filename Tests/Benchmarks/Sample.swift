import Extraction
import Feeds
import News

/// A story of Articles/ as its file has it, and what in it can become something else.
struct Sample {
    let feed: String
    /// The file's name without its ending.
    let name: String
    let ending: String
    let text: String
    /// First and last words of its people's names, but those that name something else in the story as well.
    let forenames: [String]
    let surnames: [String]
    let nations: [Nation]

    /// All sample stories in a folder, in the order of their names.
    static func all(in folder: String) throws -> [Sample] {
        let samples = try findings(at: [folder]).files.map { try Sample($0, in: folder) }
        guard !samples.isEmpty else {
            throw Obstacle("There are no stories in “\(folder)”; run the benchmarks in the project's own folder.")
        }
        return samples
    }

    /// - Throws: when it cannot be read.
    private init(_ file: FoundFile, in folder: String) throws {
        // An id is the folder's name and the path below it.
        let path = file.id.split(separator: "/").dropFirst()
        let parts = (path.last ?? "").split(separator: ".")
        feed = String(path.count > 1 ? path[path.startIndex] : "Articles")
        name = parts.dropLast().joined(separator: ".")
        ending = String(parts.last ?? "txt")
        text = String(decoding: try contents(of: "\(folder)/\(path.joined(separator: "/"))"), as: UTF8.self)

        let reading = read(try loaded(file))
        let others = reading.entities.filter { $0.kind != .person }.map(\.name)
        let taken = Set((others + reading.countries.map(\.country.name)).flatMap(words))
        let names = reading.entities.filter { $0.kind == .person }.map { words(of: $0.name) }.filter { $0.count > 1 }
        func usable(_ word: String?) -> String? {
            guard let word, word.utf8.count >= 4, !taken.contains(word), word.first?.isUppercase == true else {
                return nil
            }
            return word
        }
        forenames = names.compactMap { usable($0.first) }
        surnames = names.compactMap { usable($0.last) }.filter { [forenames] in !forenames.contains($0) }
        nations = Nation.all.filter { nation in reading.countries.contains { $0.country.name == nation.name } }
    }
}

private func words(of name: String) -> [String] {
    name.split { !$0.isLetter }.map(String.init)
}
