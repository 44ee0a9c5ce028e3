/// The words of a text without case and accents, a blank before each: "L’Été à Łódź" is " l ete a lodz". Whatever is
/// neither letter nor digit parts words. Linear.
func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    var isInWord = false
    func start() {
        if !isInWord { bytes.append(0x20) }
        isInWord = true
    }
    let table = foldTable
    for scalar in text.unicodeScalars {
        let value = Int(scalar.value)
        let fold = value < table.count ? table[value] : Fold(scalar)
        switch fold {
        case .separator: isInWord = false
        case .nothing: continue
        case .letter(let letter):
            start()
            bytes.append(letter)
        case .same(let scalar):
            start()
            UTF8.encode(scalar)?.forEach { bytes.append($0) }
        case .letters(let letters):
            start()
            bytes.append(contentsOf: letters.utf8)
        }
    }
    return bytes
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
