/// Keys written down: `jj<enter>n<c-d>` is two j, Enter, n and Ctrl-D.
///
/// A character stands for itself; what has no character stands in angle brackets (`<enter>`, `<esc>`, `<tab>`,
/// `<s-tab>`, `<space>`, `<backspace>`, `<del>`, `<up>`, `<down>`, `<left>`, `<right>`, `<pgup>`, `<pgdn>`, `<home>`,
/// `<end>`, `<f1>` …), Ctrl with a letter is `<c-d>`, and `<` itself is `<lt>`. Names may be in capitals.
package struct KeyScript: Hashable, Sendable {
    package let keys: [Key]

    /// What in a script cannot be read.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case unknownKey(String)
        case unclosed(String)

        package var description: String {
            switch self {
            case .unknownKey(let name): "There is no key <\(name)>."
            case .unclosed(let rest): "“\(rest)” has no closing “>” (the key < itself is written <lt>)."
            }
        }
    }

    package init(_ script: String) throws(Fault) {
        var keys: [Key] = []
        var rest = script[...]
        while let character = rest.popFirst() {
            guard character == "<" else {
                keys.append(.character(character))
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { throw .unclosed("<\(rest)") }
            let name = String(rest[..<end])
            guard let key = Self.key(named: name.lowercased()) else { throw .unknownKey(name) }
            keys.append(key)
            rest = rest[end...].dropFirst()
        }
        self.keys = keys
    }

    /// Writes keys down so that they are read as the same.
    package static func text(_ keys: [Key]) -> String { keys.map(word).joined() }

    private static func word(_ key: Key) -> String {
        switch key {
        case .character("<"): "<lt>"
        case .character(" "): "<space>"
        case .character(let letter): String(letter)
        case .control(let letter): "<c-\(letter)>"
        case .function(let number): "<f\(number)>"
        case .enter: "<enter>"
        case .escape: "<esc>"
        case .tab: "<tab>"
        case .backTab: "<s-tab>"
        case .backspace: "<backspace>"
        case .delete: "<del>"
        case .up: "<up>"
        case .down: "<down>"
        case .left: "<left>"
        case .right: "<right>"
        case .pageUp: "<pgup>"
        case .pageDown: "<pgdn>"
        case .home: "<home>"
        case .end: "<end>"
        }
    }

    private static func key(named name: String) -> Key? {
        if let key = named[name] { return key }
        if name.hasPrefix("c-"), name.count == 3, let letter = name.last, ("a"..."z") ~= letter {
            return .control(letter)
        }
        if name.hasPrefix("f"), let number = Int(name.dropFirst()), 1...24 ~= number { return .function(number) }
        return nil
    }

    private static let named: [String: Key] = [
        "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backTab, "space": .character(" "),
        "backspace": .backspace, "bs": .backspace, "del": .delete, "up": .up, "down": .down, "left": .left,
        "right": .right, "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end, "lt": .character("<"),
        "gt": .character(">"),
    ]
}
