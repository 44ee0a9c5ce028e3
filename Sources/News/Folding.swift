/// Hands over the UTF-8 of a scalar without case and accents; nothing for a combining mark. Typographic quotes and
/// dashes become the ones on a keyboard, and every blank a space.
@inlinable package func fold(_ scalar: Unicode.Scalar, _ take: (UInt8) -> Void) {
    switch scalar.value {
    case 0x41...0x5A: take(UInt8(scalar.value) + 0x20)
    case 0x20..<0x80: take(UInt8(scalar.value))
    default:
        var rest = foldedRarely(scalar)
        while rest != 0 {
            // The first byte is the lowest.
            take(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}

/// Words without case and accents, to sort by: eight bytes at a time, as numbers, the first byte highest and zeros behind
/// the last. Most words differ in the first of them.
struct FoldedKeys {
    private let text: UnsafeRawBufferPointer
    /// Offset in the text of the next scalar.
    private var offset = 0
    /// Bytes of that scalar that the key before has already.
    private var taken = 0

    /// - Parameter text: UTF-8. It must outlive this.
    init(of text: UnsafeRawBufferPointer) { self.text = text }

    /// - Parameter place: where another was, to go on there.
    init(of text: UnsafeRawBufferPointer, in range: Range<Int>, from place: UInt32 = 0) {
        self.text = UnsafeRawBufferPointer(rebasing: text[range])
        offset = Int(place >> 3)
        taken = Int(place & 7)
    }

    /// To go on from. No scalar's folded form has eight bytes.
    var place: UInt32 { UInt32(truncatingIfNeeded: offset << 3 | taken) }

    var isOver: Bool { offset >= text.count }

    mutating func next() -> UInt64 {
        var key: UInt64 = 0
        var room = 8
        while room > 0, offset < text.count {
            let byte = text[offset]
            if 0x20..<0x80 ~= byte {
                key = key << 8 | UInt64(0x41...0x5A ~= byte ? byte + 0x20 : byte)
                room -= 1
                offset += 1
            } else {
                let (scalar, width) = scalar(at: offset)
                var rest = foldedRarely(scalar) >> UInt64(8 * taken)
                while rest != 0, room > 0 {
                    key = key << 8 | rest & 0xFF
                    rest >>= 8
                    room -= 1
                    taken += 1
                }
                guard rest == 0 else { break }
                offset += width
                taken = 0
            }
        }
        return room == 8 ? 0 : key << UInt64(8 * room)
    }

    private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int) {
        let lead = text[offset]
        let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard width > 1, offset + width <= text.count else {
            return (Unicode.Scalar(lead < 0x80 ? lead : 0x7F), 1)
        }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for next in 1..<width { value = value << 6 | UInt32(text[offset + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}

/// The folded UTF-8 of a scalar that is not plain ASCII, its first byte the lowest of the number; 0 for a combining mark.
@usableFromInline package func foldedRarely(_ scalar: Unicode.Scalar) -> UInt64 {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0xA0: return 0x20
    case 0..<0x80: return UInt64(scalar.value)
    case 0x300...0x36F: return 0
    case 0x2018, 0x2019, 0x201B: return 0x27
    case 0x201C, 0x201D, 0x201E: return 0x22
    case 0x2010...0x2015: return 0x2D
    case 0xC0...0x24F, 0x1E00...0x1EFF:
        if let letter = plainLetters[scalar.value] { return UInt64(letter) }
    // They have no case.
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: return packed(UTF8.encode(scalar))
    default: break
    }
    return packed(scalar.properties.lowercaseMapping.utf8)
}

/// The longest lower-case form, that of a dotted capital I, has three bytes.
private func packed(_ bytes: (some Sequence<UInt8>)?) -> UInt64 {
    guard let bytes else { return 0 }
    var (packed, shift): (UInt64, UInt64) = (0, 0)
    for byte in bytes where shift < 56 {
        packed |= UInt64(byte) << shift
        shift += 8
    }
    return packed
}

/// The letter under the accents of a Latin one, from its Unicode name: "LATIN SMALL LETTER E WITH ACUTE".
private let plainLetters: [UInt32: UInt8] = {
    var letters: [UInt32: UInt8] = [:]
    for value in Array(0xC0...0x24F as ClosedRange<UInt32>) + Array(0x1E00...0x1EFF) {
        guard let name = Unicode.Scalar(value)?.properties.name, name.hasPrefix("LATIN") else { continue }
        let words = name.split(separator: " ")
        guard words.count > 4, words[2] == "LETTER", words[4] == "WITH", words[3].utf8.count == 1,
            let letter = words[3].utf8.first
        else { continue }
        letters[value] = letter + 0x20
    }
    return letters
}()
