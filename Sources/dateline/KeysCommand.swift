import ArgumentParser
import JSONText
import Reader
import Screen

/// `dateline keys`: the keys in force, the config's among them.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Lists the reader's keys and actions, as your config has them.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case table, markdown, ndjson }

    @Option(help: "How to write the list: table, markdown or ndjson.")
    var format = Format.table

    @OptionGroup var options: CommonOptions

    func run() throws {
        try options.startLog()
        let bindings = options.configuration().keymap.bindings
        switch format {
        case .table:
            var table = Table()
            table.add(["KEYS", "ACTION", "WHERE", "WHAT IT DOES"])
            for binding in bindings {
                table.add([binding.keysInWords, binding.action.name, binding.places.inWords, binding.help])
            }
            try table.print()
        case .markdown:
            try put("| keys | action | where | what it does |\n|---|---|---|---|\n" + bindings.map(\.markdown).joined())
        case .ndjson:
            var json = JSONWriter()
            for binding in bindings { binding.write(to: &json) }
            try put(json.bytes)
        }
    }
}

extension Binding {
    /// An action without a key is asked for by its name.
    fileprivate var keysInWords: String { keys.isEmpty ? ":" + action.name : keyNames }

    fileprivate var markdown: String {
        let names = keys.isEmpty ? [":" + action.name] : keys.map { name(of: $0) }
        let keys = names.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
        return "| \(keys) | `\(action.name)` | \(places.inWords) | \(help) |\n"
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("keys") { $0.array { json in for keys in self.keys { json.value(KeyScript.text(keys)) } } }
            json.field("action", action.name)
            json.field("where") { $0.array { json in for place in places { json.value(place.rawValue) } } }
            json.field("help", help)
        }
        json.newLine()
    }
}

extension [Place] {
    fileprivate var inWords: String {
        let panes: [Place] = [.feeds, .stories, .article, .panel]
        guard panes.allSatisfy(contains) else { return map(\.rawValue).joined(separator: " ") }
        return (["panes"] + filter { !panes.contains($0) }.map(\.rawValue)).joined(separator: " ")
    }
}
