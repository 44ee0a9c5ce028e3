/// Cuts UTF-8 into pieces that are safe to draw: the rules of `Drawable`, a step at a time, without making strings.
struct Cleaner {
    /// What one or two cells show, and what it was made of.
    struct Piece {
        let glyph: Glyph
        /// The first scalar drawn.
        let base: UInt32
        let width: Int
        let source: Range<Int>
        /// A blank at which a line may end.
        let isBlank: Bool
        /// A zero-width space follows: a line may end here.
        let endsWord: Bool
    }

    private var at: Int
    private let end: Int

    /// - Parameter range: where in the bytes to clean, on scalar boundaries.
    init(_ range: Range<Int>) {
        at = range.lowerBound
        end = range.upperBound
    }

    /// The next piece of the bytes, which must be the same at every call; nil at the end.
    mutating func next(in bytes: Span<UInt8>) -> Piece? {
        guard at < end else { return nil }
        let byte = bytes[at]
        if 0x20..<0x7F ~= byte, at + 1 == end || bytes[at + 1] < 0x80 {
            at += 1
            return Piece(
                glyph: Glyph(ascii: byte), base: UInt32(byte), width: 1, source: at - 1..<at, isBlank: byte == 0x20,
                endsWord: false)
        }
        let start = at
        while at < end {
            let first = Scalar(in: bytes, at: at)
            at += first.length
            // Nothing before them to hold on to: marks and what is left out go with the next piece.
            if first.drawing != .mark && first.drawing != .nothing { return piece(first, from: start, in: bytes) }
        }
        return nil
    }

    /// Goes over letters and digits of ASCII that are pieces of their own: most of a text, and always a column each.
    /// - Returns: where in the bytes they are.
    mutating func takeLetters(in bytes: Span<UInt8>, atMost most: Int) -> Range<Int> {
        let start = at
        let stop = min(end, at + most)
        var next = at
        while next < stop, isLetterOrDigit(bytes[next]) { next += 1 }
        // What is behind the last one may be a mark on it.
        if next > start, next < end, bytes[next] >= 0x80 { next -= 1 }
        at = next
        return start..<next
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte
    }

    private mutating func piece(_ first: Scalar, from start: Int, in bytes: Span<UInt8>) -> Piece {
        var glyph = Glyph.none
        var base = first.value
        var width = 1
        switch first.drawing {
        case .blank, .hardBlank:
            glyph = .blank
            base = first.drawing == .blank ? 0x20 : 0xA0
            if first.value == 0x0D, at < end, bytes[at] == 0x0A { at += 1 }
        case .control, .unknown:
            glyph = .replacement
            base = 0xFFFD
        case .narrow, .wide:
            width = first.drawing == .wide ? 2 : 1
            if first.isRegionalIndicator {
                (base, width) = flag(first, in: bytes, glyph: &glyph)
            } else {
                glyph.append(first.value)
            }
        case .mark, .nothing: preconditionFailure("a piece starts with something to draw")
        }
        let endsWord = followers(of: first, glyph: &glyph, in: bytes)
        return Piece(
            glyph: glyph, base: base, width: width, source: start..<at,
            isBlank: first.drawing == .blank || first.value == 0x3000, endsWord: endsWord)
    }

    /// Both letters of a flag, or a lone one as the letter it stands for.
    private mutating func flag(_ first: Scalar, in bytes: Span<UInt8>, glyph: inout Glyph) -> (base: UInt32, width: Int)
    {
        if at < end {
            let second = Scalar(in: bytes, at: at)
            if second.isRegionalIndicator {
                at += second.length
                glyph.append(first.value)
                glyph.append(second.value)
                return (first.value, 2)
            }
        }
        let letter = first.value - 0x1F1E6 + 0x41
        glyph.append(letter)
        return (letter, 1)
    }

    /// Takes up what belongs to a base: its marks, the rest of an emoji sequence, what is left out, more controls.
    /// - Returns: whether a zero-width space was among it.
    private mutating func followers(of first: Scalar, glyph: inout Glyph, in bytes: Span<UInt8>) -> Bool {
        var marks = 0
        var endsWord = false
        var isJoined = false
        let takesMarks = first.drawing == .narrow || first.drawing == .wide
        while at < end, bytes[at] >= 0x80 || first.drawing == .control {
            let next = Scalar(in: bytes, at: at)
            switch next.drawing {
            case .mark:
                if takesMarks, marks < 4 { glyph.append(next.value) }
                marks += 1
            case .nothing:
                isJoined = next.value == 0x200D && first.isPictograph
                endsWord = endsWord || next.value == 0x200B
            case .control where first.drawing == .control: break
            case .narrow where isJoined && next.isPictograph, .wide where isJoined && next.isPictograph:
                isJoined = false
            case .narrow, .wide, .blank, .hardBlank, .control, .unknown: return endsWord
            }
            at += next.length
        }
        return endsWord
    }
}

/// One scalar in UTF-8 that is known to be valid.
private struct Scalar {
    let value: UInt32
    /// In bytes.
    let length: Int
    let drawing: Drawing

    init(in bytes: Span<UInt8>, at offset: Int) {
        func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset + index] & 0x3F) }
        let lead = UInt32(bytes[offset])
        switch lead {
        case ..<0x80: (value, length) = (lead, 1)
        case ..<0xE0: (value, length) = ((lead & 0x1F) << 6 | tail(1), 2)
        case ..<0xF0: (value, length) = ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
        default: (value, length) = ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
        }
        drawing = Drawing(of: value)
    }

    var isRegionalIndicator: Bool { 0x1F1E6...0x1F1FF ~= value }

    /// Roughly Extended_Pictographic: what stands in emoji sequences.
    var isPictograph: Bool {
        switch value {
        case 0x1F000...0x1FAFF, 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF:
            true
        default: false
        }
    }
}
