/// Whether a paragraph is written from right to left: whether most of its letters are, as far as the first hundreds of
/// bytes tell.
///
/// - Parameter range: UTF-8 offsets of the paragraph, on scalar boundaries; what lies outside the text is ignored.
package func isRightToLeft(_ text: String, _ range: Range<Int>) -> Bool {
    let bytes = text.utf8Span.span
    let range = range.clamped(to: 0..<bytes.count)
    var balance = 0
    for at in range.lowerBound..<min(range.upperBound, range.lowerBound + 600) {
        let byte = bytes[at]
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch byte {
        case 0x41...0x5A, 0x61...0x7A: balance -= 1
        // Hebrew, Arabic, Syriac, Thaana, N'Ko: U+0590...U+07FF.
        case 0xD7...0xDF: balance += 1
        case 0xD6: balance += next >= 0x90 ? 1 : -1
        case 0xC3...0xD5: balance -= 1
        // U+0800...U+08FF, and the forms of Hebrew and Arabic letters, U+FB1D...U+FDFF and U+FE70...U+FEFE.
        case 0xE0: balance += 0xA0...0xA3 ~= next ? 1 : -1
        case 0xEF: balance += 0xAC...0xB7 ~= next || 0xB9...0xBB ~= next ? 1 : 0
        case 0xE1, 0xE3...0xED: balance -= 1
        // Adlam and the ancient scripts of U+10800...U+10FFF and U+1E800...U+1EFFF.
        case 0xF0: balance += next == 0x90 && at + 2 < bytes.count && bytes[at + 2] >= 0xA0 || next == 0x9E ? 1 : 0
        default: break
        }
    }
    return balance > 0
}
