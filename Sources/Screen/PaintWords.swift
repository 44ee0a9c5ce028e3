// A paint in words, as a config has it: "bold #ff8800 on 236".

extension Paint {
    /// A word that says nothing, and the words that could stand there.
    package struct Fault: Error, Hashable, Sendable {
        package let word: String
        package let known: [String]
    }

    /// Attributes and colours by name or number, with blanks between: the ink, and after "on" the ground. No words are the
    /// terminal's own look.
    package init(words: String) throws(Fault) {
        self.init()
        var isGround = false
        for word in words.lowercased().split(separator: " ") {
            if word == "on", !isGround {
                isGround = true
            } else if let attribute = Self.attributes[String(word)] {
                self[keyPath: attribute] = true
            } else if let colour = Self.colour(String(word)) {
                if isGround { ground = colour } else { ink = colour }
            } else if word != "default" {
                throw Fault(word: String(word), known: Self.knownWords)
            }
        }
        if isGround && words.lowercased().hasSuffix("on") { throw Fault(word: "on", known: Self.colourNames) }
    }

    /// The words that make this paint; "default" for the terminal's own look.
    package var words: String {
        var words = Self.attributeNames.filter { name in Self.attributes[name].map { self[keyPath: $0] } ?? false }
        if let ink { words.append(Self.name(of: ink)) }
        if let ground { words += ["on", Self.name(of: ground)] }
        return words.isEmpty ? "default" : words.joined(separator: " ")
    }

    package static let attributeNames = ["bold", "dim", "italic", "underline", "reverse"]
    /// Of the colours 0 to 15, in their order.
    package static let colourNames =
        ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        + ["grey", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan"]
        + ["bright-white"]

    private static var knownWords: [String] { attributeNames + colourNames + ["on", "default"] }

    private static var attributes: [String: WritableKeyPath<Paint, Bool>] {
        ["bold": \.bold, "dim": \.dim, "italic": \.italic, "underline": \.underline, "reverse": \.reverse]
    }

    private static func name(of colour: UInt8) -> String {
        colour < 16 ? colourNames[Int(colour)] : String(colour)
    }

    /// Nil when the word is no colour: a name, 0 to 255, or "#rrggbb", which becomes the nearest of the 256.
    private static func colour(_ word: String) -> UInt8? {
        if let place = colourNames.firstIndex(of: word.replacing("gray", with: "grey")) { return UInt8(place) }
        if word == "bright-black" { return 8 }
        guard word.first == "#" else { return word.allSatisfy(\.isNumber) ? UInt8(word) : nil }
        let digits = word.dropFirst()
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let number = Int(digits, radix: 16) else {
            return nil
        }
        return nearest256(red: number >> 16, green: number >> 8 & 255, blue: number & 255)
    }
}
