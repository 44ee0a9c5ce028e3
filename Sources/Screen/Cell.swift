/// One column of one row. Sixteen bytes, nothing on the heap: a frame has thousands.
package struct Cell: Hashable, Sendable {
    /// First, so that the role fits behind it.
    let drawn: Glyph
    package let role: Role

    /// - Parameter glyph: at most twelve UTF-8 bytes; marks beyond them are left out.
    package init(glyph: String, role: Role) {
        self.init(Glyph(glyph), role)
    }

    init(_ drawn: Glyph, _ role: Role) {
        self.drawn = drawn
        self.role = role
    }

    /// What stands here: a base character with its marks; empty in the right half of a wide one.
    package var glyph: String { drawn.text }

    /// The scalars of `glyph`, one call each, without making a string of them.
    package func forEachScalar(_ body: (UInt32) -> Void) { drawn.forEachScalar(body) }

    static func blank(_ role: Role) -> Cell { Cell(.blank, role) }

    var isRightHalf: Bool { drawn == .none }
}

/// Up to twelve bytes of UTF-8, held inline: enough for a base and four marks of nearly every script.
struct Glyph: Hashable, Sendable {
    /// The first eight bytes and the four after them, each first byte lowest; zero bytes end it.
    private var low: UInt64
    private var high: UInt32

    private init(low: UInt64, high: UInt32 = 0) {
        self.low = low
        self.high = high
    }

    /// Nothing: the right half of a wide character.
    static let none = Glyph(low: 0)
    static let blank = Glyph(ascii: 0x20)
    /// U+FFFD, what stands in for a character that must not be sent.
    static let replacement = Glyph(low: 0xBD_BF_EF)

    init(ascii byte: UInt8) { self.init(low: UInt64(byte)) }

    init(_ text: String) {
        self = .none
        for scalar in text.unicodeScalars { append(scalar.value) }
    }

    /// Leaves the scalar out when it has no room.
    mutating func append(_ scalar: UInt32) {
        let (packed, length) = Self.packed(scalar)
        let used = count
        guard used + length <= 12 else { return }
        if used < 8 {
            low |= packed << (8 * UInt64(used))
            if used > 4 { high |= UInt32(truncatingIfNeeded: packed >> (8 * UInt64(8 - used))) }
        } else {
            high |= UInt32(truncatingIfNeeded: packed) << (8 * UInt32(used - 8))
        }
    }

    private var count: Int { 12 - high.leadingZeroBitCount / 8 - (high == 0 ? low.leadingZeroBitCount / 8 : 0) }

    /// The scalar's UTF-8, first byte lowest, and how many bytes it is.
    private static func packed(_ scalar: UInt32) -> (UInt64, Int) {
        let value = UInt64(scalar)
        func tail(_ shift: UInt64) -> UInt64 { 0x80 | (value >> shift & 0x3F) }
        return switch scalar {
        case ..<0x80: (value, 1)
        case ..<0x800: (0xC0 | value >> 6 | tail(0) << 8, 2)
        case ..<0x1_0000: (0xE0 | value >> 12 | tail(6) << 8 | tail(0) << 16, 3)
        default: (0xF0 | value >> 18 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24, 4)
        }
    }

    private subscript(byte: Int) -> UInt8 {
        byte < 8
            ? UInt8(truncatingIfNeeded: low >> (8 * UInt64(byte)))
            : UInt8(truncatingIfNeeded: high >> (8 * UInt32(byte - 8)))
    }

    var text: String {
        let count = count
        // Into the string itself: a cell is drawn too often to make an array. All `count` bytes are written.
        return String(unsafeUninitializedCapacity: count) { bytes in
            for at in 0..<count { bytes[at] = self[at] }
            return count
        }
    }

    func forEachScalar(_ body: (UInt32) -> Void) {
        if low < 0x80 {
            if low > 0 { body(UInt32(low)) }
            return
        }
        for scalar in text.unicodeScalars { body(scalar.value) }
    }
}
