/// Names out of other scripts, which one story may spell in two ways: Zelensky and Zelenskyy, Mohammed and Mohamed.
extension Names {
    /// A person already named in full whose name this is in another spelling; nil when none is or when it is too short to tell.
    func person(soundingLike stretch: NamedStretch) -> Int? {
        guard let sound = sound(ofName: stretch.tokens), let known = peopleBySound[sound],
            entities[known].gender.agrees(with: stretch.gender)
        else { return nil }
        let name = entities[known].fullest
        if stretch.tokens.count == 1 {
            // In the same spelling it has been weighed already.
            let isBorne = peopleByWord[prose.tokens[stretch.tokens.lowerBound].key] != nil
            return entities[known].words.count > 1 && !isBorne ? known : nil
        }
        let isSameForename = prose.tokens[stretch.tokens.lowerBound].key == prose.tokens[name.lowerBound].key
        if isSameForename { return known }
        guard let heard = consonants(stretch.tokens.lowerBound) else { return nil }
        return heard == consonants(name.lowerBound) ? known : nil
    }

    /// A key of how the surname of a name sounds: nil for a short one or one with letters beyond ASCII.
    func sound(ofName name: Range<Int>) -> WordKey? {
        guard let last = name.last(where: { prose.tokens[$0].kind == .word }) else { return nil }
        let token = prose.tokens[last]
        guard token.end - token.start >= 6, token.isCapitalised else { return nil }
        var key = WordKeyBuilder()
        var before: UInt8 = 0
        for byte in prose.bytes[Int(token.start)..<Int(token.end)] {
            guard byte < 0x80 else { return nil }
            let letter = Self.sound(of: byte | 0x20, behind: before)
            if letter != 0, letter != before { key.add(letter) }
            if letter != 0 { before = letter }
        }
        return key.key
    }

    /// y, i and j are one, w is v, kh is k; 0 for what is not heard.
    private static func sound(of letter: UInt8, behind before: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "y"), UInt8(ascii: "j"): UInt8(ascii: "i")
        case UInt8(ascii: "w"): UInt8(ascii: "v")
        case UInt8(ascii: "h"): before == UInt8(ascii: "k") ? 0 : letter
        case UInt8(ascii: "'"): 0
        default: letter
        }
    }

    /// The consonants of a word, as Arabic writes it; nil for fewer than four, which many names share.
    private func consonants(_ at: Int) -> [UInt8]? {
        let token = prose.tokens[at]
        var found: [UInt8] = []
        for byte in prose.bytes[Int(token.start)..<Int(token.end)] {
            let letter = byte | 0x20
            guard byte < 0x80, !Self.vowels.contains(letter), found.last != letter else { continue }
            found.append(letter)
        }
        return found.count >= 4 ? found : nil
    }

    private static let vowels: Set<UInt8> = Set("aeiouy".utf8)
}
