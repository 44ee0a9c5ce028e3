import ArgumentParser
import Glibc
import Newsroom

/// The words of the command line, made ready for ArgumentParser, which reads some of them otherwise than people mean
/// them or says nothing helpful about them.
struct Arguments {
    private(set) var words: [String]

    /// - Throws: `Misuse` for a command that there is not.
    init(_ given: [String]) throws(Misuse) {
        words = Self.withEmptyValues(given)
        putCommandFirst()
        try check()
    }

    /// `--data= stories` says that the value is empty; ArgumentParser would take the next word for it.
    private static func withEmptyValues(_ words: [String]) -> [String] {
        let options = words.prefix { $0 != "--" }
        let split = options.flatMap { word in
            let isEmptyValue = word.hasPrefix("--") && word.firstIndex(of: "=") == word.indices.last
            return isEmptyValue ? [String(word.dropLast()), ""] : [word]
        }
        return split + words[options.endIndex...]
    }

    /// Options that every command takes may stand before the command's name as well: there they are put behind it.
    private mutating func putCommandFirst() {
        let start = Self.commonOptions(of: words)
        guard start > 0, start < words.count, Self.commands.contains(words[start]) else { return }
        var command = [words[start]]
        var rest = words[(start + 1)...]
        // `dateline --data DIR bookmarks add X`: the inner command's name comes first as well.
        if let inner = Self.innerCommands[words[start]], let name = rest.first, inner.contains(name) {
            command.append(name)
            rest = rest.dropFirst()
        }
        words = command + words[..<start] + rest
    }

    private func check() throws(Misuse) {
        guard let command = words.first else { return }
        try checkPlain()
        let second = words.dropFirst().first { $0 != "--" }
        if let inner = Self.innerCommands[command] {
            guard let name = second, !name.hasPrefix("-"), !inner.contains(name) else { return }
            throw Misuse(
                "There is no command “\(command) \(name)”.", remedy: "There are \(inner.joined(separator: ", ")).")
        }
        switch command {
        case "help":
            guard let name = second, !name.hasPrefix("-"), !Self.commands.contains(name) else { return }
            throw Misuse(
                "There is no command “\(name)”.", remedy: "There are \(Self.commands.joined(separator: ", ")).")
        default: break
        }
    }

    /// The whole takes what is the reader's alone, which other commands would pass over.
    private func checkPlain() throws(Misuse) {
        let options = words.prefix { $0 != "--" }
        let command = options.first { $0 != "--plain" }
        guard options.contains("--plain"), let command, Self.commands.contains(command) else { return }
        if !["read", "help"].contains(command) {
            throw Misuse("“dateline \(command)” has no --plain.", remedy: "It is for the reader.")
        }
    }

    /// How many words at the start are options that every command takes, and their values.
    private static func commonOptions(of words: [String]) -> Int {
        var count = 0
        while count < words.count,
            let name = ["--data", "--config", "--log"].first(where: { words[count].hasPrefix($0) })
        {
            count += words[count] == name ? 2 : 1
        }
        return count
    }

    private static let commands = names(of: Dateline.self) + ["help"]
    private static let innerCommands = [
        "bookmarks": names(of: BookmarksCommand.self), "feeds": names(of: FeedsCommand.self),
    ]

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.compactMap { $0.configuration.commandName }
    }
}
