/// A word's identity whatever its case, accents, dots and apostrophes: "Bogotá" and "BOGOTA", "U.S." and "us" are one key.
///
/// A 64-bit hash of the folded letters. Two different words of one article or one table sharing a key would take
/// billions of words; nothing checks for it.
typealias WordKey = UInt64

/// Builds keys letter by letter (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, with a final mix).
struct WordKeyBuilder {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    /// Adds a letter beyond ASCII, already folded.
    mutating func add(_ scalar: UInt32) {
        add(UInt8(truncatingIfNeeded: scalar))
        add(UInt8(truncatingIfNeeded: scalar >> 8))
        add(UInt8(truncatingIfNeeded: scalar >> 16 | 0x80))
    }

    var key: WordKey {
        var mixed = hash ^ (hash >> 32)
        mixed = mixed &* 0xd6e8_feb8_6659_fd93
        return mixed ^ (mixed >> 32)
    }
}

/// The key of a phrase from its words' keys, in order: `phraseKey(phraseKey(0, a), b)`.
func phraseKey(_ before: WordKey, _ word: WordKey) -> WordKey {
    (before &* 0x9e37_79b9_7f4a_7c15) ^ word &+ (before >> 29)
}

/// The keys of a phrase's words, cut as the tokeniser cuts them.
struct WordKeys: Sequence, IteratorProtocol {
    private let phrase: FactTable.Field
    private let folding: Folding
    private var at = 0

    init(of phrase: FactTable.Field, _ folding: Folding) {
        self.phrase = phrase
        self.folding = folding
    }

    var first: WordKey? {
        var copy = self
        return copy.next()
    }

    mutating func next() -> WordKey? {
        phrase.withBytes { bytes in
            var builder = WordKeyBuilder()
            var isInWord = false
            while at < bytes.count {
                let (scalar, width) = decodedScalar(bytes.span, at)
                at += width
                switch scalar {
                case 0x2E, 0x27, 0x2019, 0x2018: continue
                case 0x26 where isInWord && at < bytes.count && bytes[at] &- 0x41 < 26:
                    // H&M is one word.
                    builder.add(UInt8(scalar))
                case 0x61...0x7A, 0x40, 0x23, 0x30...0x39:
                    builder.add(UInt8(scalar))
                    isInWord = true
                case 0x41...0x5A:
                    builder.add(UInt8(scalar | 0x20))
                    isInWord = true
                case 0xC0..<0x2000, 0x2C00..., 0xAA, 0xBA:
                    _ = folding.add(scalar, to: &builder)
                    isInWord = true
                default:
                    if isInWord { return builder.key }
                }
            }
            return isInWord ? builder.key : nil
        }
    }
}

/// How letters fold: case and accents dropped. Latin letters by the table `folding.tsv`, Greek and Cyrillic by case alone.
struct Folding: Sendable {
    enum Case: UInt8, Sendable { case small, capital, none }

    /// For scalars U+00C0..<U+0250 and U+1E00..<U+1F00: the plain letters (one or two), and the case.
    private var letters: [(UInt8, UInt8, Case)]

    private static let latinEnd: UInt32 = 0x250
    private static let additional: Range<UInt32> = 0x1E00..<0x1F00

    init(table: FactTable) {
        letters = Array(repeating: (0, 0, .none), count: Int(Self.latinEnd) + Self.additional.count)
        for row in table {
            let plain = Array(row[0].text.utf8)
            let letterCase: Case = row[1] == "capital" ? .capital : .small
            for scalar in row[2].scalars {
                if let slot = Self.slot(scalar.value) {
                    letters[slot] = (plain[0], plain.count > 1 ? plain[1] : 0, letterCase)
                }
            }
        }
    }

    /// Adds the folded letter to a key and tells its case; `.none` for letters of scripts without one.
    func add(_ scalar: UInt32, to key: inout WordKeyBuilder) -> Case {
        if let slot = Self.slot(scalar), letters[slot].0 != 0 {
            let (first, second, letterCase) = letters[slot]
            key.add(first)
            if second != 0 { key.add(second) }
            return letterCase
        }
        switch scalar {
        case 0x391...0x3A9, 0x410...0x42F:
            key.add(scalar + 0x20)
            return .capital
        case 0x400...0x40F:
            key.add(scalar + 0x50)
            return .capital
        case 0x3B1...0x3C9, 0x430...0x45F:
            key.add(scalar)
            return .small
        case 0x460...0x4FF:
            key.add(scalar | 1)
            return scalar & 1 == 0 ? .capital : .small
        default:
            key.add(scalar)
            return .none
        }
    }

    private static func slot(_ scalar: UInt32) -> Int? {
        if scalar >= 0xC0 && scalar < latinEnd { return Int(scalar) }
        if additional.contains(scalar) { return Int(latinEnd + scalar - additional.lowerBound) }
        return nil
    }
}
