/// The words of a text without case and accents, a blank before each: "L’Été à Łódź" is " l ete a lodz". Whatever is
/// neither letter nor digit parts words. Linear.
func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    fold(text) { byte, _ in bytes.append(byte) }
    return bytes
}

/// Folded words that know where in the text they came from.
struct FoldedWords {
    let bytes: [UInt8]
    /// For each byte, the scalar that it came from: its UTF-8 offset times 8, and its length. A blank has those of the
    /// letter behind it.
    private let origins: [Int]

    init(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        var origins: [Int] = []
        bytes.reserveCapacity(text.utf8.count + 1)
        origins.reserveCapacity(text.utf8.count + 1)
        fold(text) { byte, origin in
            bytes.append(byte)
            origins.append(origin)
        }
        self.bytes = bytes
        self.origins = origins
    }

    /// The offsets in the text of some folded bytes, without the blank before them.
    /// - Precondition: the range is not empty, nor only a blank.
    func origin(of range: Range<Int>) -> Range<Int> {
        let first = origins[bytes[range.lowerBound] == 0x20 ? range.lowerBound + 1 : range.lowerBound]
        let last = origins[range.upperBound - 1]
        return first >> 3..<last >> 3 + last & 7
    }
}

/// Hands over each folded byte with the place of its scalar, as `FoldedWords` keeps it.
private func fold(_ text: some StringProtocol, _ take: (UInt8, Int) -> Void) {
    var isInWord = false
    var offset = 0
    let table = foldTable
    for scalar in text.unicodeScalars {
        let origin = offset << 3 | UTF8.width(scalar)
        offset += UTF8.width(scalar)
        func start() {
            if !isInWord { take(0x20, origin) }
            isInWord = true
        }
        // The commonest go without the table.
        let value = Int(scalar.value)
        switch value {
        case 0x61...0x7A, 0x30...0x39:
            start()
            take(UInt8(value), origin)
            continue
        case 0x41...0x5A:
            start()
            take(UInt8(value) + 0x20, origin)
            continue
        case 0..<0x80:
            isInWord = false
            continue
        default: break
        }
        switch value < table.count ? table[value] : Fold(scalar) {
        case .separator: isInWord = false
        case .nothing: continue
        case .letter(let letter):
            start()
            take(letter, origin)
        case .same(let scalar):
            start()
            UTF8.encode(scalar)?.forEach { take($0, origin) }
        case .letters(let letters):
            start()
            letters.utf8.forEach { take($0, origin) }
        }
    }
}

/// What becomes of a scalar.
private enum Fold {
    case separator
    /// A combining mark.
    case nothing
    case letter(UInt8)
    case same(Unicode.Scalar)
    case letters(String)

    init(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: self = .nothing
        case .spacingMark, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber: self = .same(scalar)
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter: self.init(letter: scalar)
        default: self = .separator
        }
    }

    private init(letter: Unicode.Scalar) {
        let small = letter.properties.lowercaseMapping.unicodeScalars
        guard let first = small.first else {
            self = .separator
            return
        }
        // "İ" becomes an i and a dot above it.
        let plain = plainLetters[first] ?? (small.count == 1 || first.isASCII ? String(first) : String(small))
        if let only = plain.utf8.first, plain.utf8.count == 1 {
            self = .letter(only)
        } else if let only = plain.unicodeScalars.first, plain.unicodeScalars.count == 1 {
            self = .same(only)
        } else {
            self = .letters(plain)
        }
    }
}

/// The alphabets with capitals: Latin, Greek, Cyrillic, Armenian.
private let foldTable: [Fold] = (0..<0x600 as Range<UInt32>).map { Unicode.Scalar($0).map { Fold($0) } ?? .separator }

/// Small letters with accents, and the letters below them, from their Unicode names: "LATIN SMALL LETTER E WITH ACUTE"
/// is a "LATIN SMALL LETTER E". A few letters are written with others by whoever has no such key.
private let plainLetters: [Unicode.Scalar: String] = {
    let alphabets: [ClosedRange<UInt32>] = [0x61...0x7A, 0xDF...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
    let scalars = alphabets.joined().compactMap { Unicode.Scalar($0) }
    var named: [String: Unicode.Scalar] = [:]
    for scalar in scalars { if let name = scalar.properties.name { named[name] = scalar } }
    var plain: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ё": "е", "й": "и",
    ]
    for (name, scalar) in named {
        let words = name.split(separator: " ")
        guard let cut = words.firstIndex(of: "WITH") else { continue }
        if let letter = named[words[..<cut].joined(separator: " ")] { plain[scalar] = String(letter) }
    }
    return plain
}()
