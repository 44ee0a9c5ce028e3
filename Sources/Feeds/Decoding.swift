import Glibc

/// The text of a file, whatever it is encoded in; nothing is ever lost but bytes that mean nothing, which become U+FFFD.
///
/// A byte order mark decides; then UTF-16 is told by its zero bytes; then what an HTML page declares (`declared`);
/// then UTF-8; and what is not UTF-8 is read as Windows-1252, of which Latin-1 is a part.
/// UTF-8 with some damage (a tail cut off, a few bad bytes among more good letters) stays UTF-8.
package func decoded(_ bytes: [UInt8], declared: String? = nil) -> String {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return recoded(bytes[4...], from: "UTF-32LE") ?? windows1252(bytes) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return recoded(bytes[4...], from: "UTF-32BE") ?? windows1252(bytes) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes[3...], as: UTF8.self) }
    if let isBigEndian = unmarkedUTF16(bytes) { return utf16(bytes[...], isBigEndian: isBigEndian) }
    // A page whose bytes are good UTF-8 with letters beyond ASCII is UTF-8, whatever it declares.
    if let text = String(validating: bytes, as: UTF8.self), declared == nil || hasHighBytes(bytes) { return text }
    if let declared, let text = recoded(bytes[...], from: declared) { return text }
    if isDamagedUTF8(bytes) { return String(decoding: bytes, as: UTF8.self) }
    return windows1252(bytes)
}

/// Whether a decoded file is something to read. Programs and pictures have all sorts of control characters; a text may
/// have one sort by accident, however often, and is read.
func isText(_ text: String) -> Bool {
    var controls = 0
    var sorts: UInt32 = 0
    for byte in text.utf8 where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D {
        controls += 1
        sorts |= 1 << UInt32(byte)
    }
    return sorts.nonzeroBitCount < 12 || controls * 20 <= text.utf8.count
}

/// The character set that an HTML page declares in its first bytes: `<meta charset="koi8-r">`,
/// `<meta … content="text/html; charset=iso-8859-2">`, `<?xml … encoding="…"?>`. Nil when it declares none.
package func declaredCharacterSet(ofPage bytes: [UInt8]) -> String? {
    let head = bytes.prefix(2048).map { $0.lowercased }
    for key in ["charset", "encoding"] {
        guard let found = head.range(of: Array(key.utf8), from: 0) else { continue }
        var at = found.upperBound
        while at < head.count, head[at].isBlank { at += 1 }
        guard at < head.count, head[at] == UInt8(ascii: "=") else { continue }
        at += 1
        while at < head.count, head[at].isBlank || head[at] == UInt8(ascii: "\"") || head[at] == UInt8(ascii: "'") {
            at += 1
        }
        let name = head[at...].prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
}

/// By the system's converter; nil for a set it does not know.
private func recoded(_ bytes: ArraySlice<UInt8>, from set: String) -> String? {
    // What pages call Latin-1 and ASCII is Windows-1252 (the WHATWG Encoding Standard says so too).
    if ["iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"].contains(set.lowercased()) {
        return isDamagedUTF8(Array(bytes)) ? nil : windows1252(Array(bytes))
    }
    if ["utf-8", "utf8", "utf-16", "utf16"].contains(set.lowercased()) { return nil }
    guard let converter = iconv_open("UTF-8", supersets[set.lowercased()] ?? set), Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    return converted(Array(bytes), by: converter)
}

/// Names that pages use for the smaller set while they write the larger.
private let supersets = [
    "shift_jis": "CP932", "shift-jis": "CP932", "gb2312": "GB18030", "gbk": "GB18030", "euc-kr": "CP949",
    "ks_c_5601-1987": "CP949", "iso-8859-9": "CP1254", "tis-620": "CP874", "big5": "BIG5-HKSCS",
]

private func converted(_ bytes: [UInt8], by converter: iconv_t) -> String {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 2)
    var buffer = [CChar](repeating: 0, count: 16_384)
    input.withUnsafeMutableBufferPointer { source in
        var next = source.baseAddress
        var left = source.count
        while left > 0 {
            let before = left
            let isStuck = buffer.withUnsafeMutableBufferPointer { room in
                var start = room.baseAddress
                var free = room.count
                let result = iconv(converter, &next, &left, &start, &free)
                let cause = errno
                output.append(contentsOf: room[..<(room.count - free)].lazy.map { UInt8(bitPattern: $0) })
                // At a byte that means nothing; or the converter asks for more room than there ever is.
                return result == -1 && (cause != E2BIG || left == before && free == room.count)
            }
            if isStuck, left > 0 {
                output += [0xEF, 0xBF, 0xBD]
                next = next?.advanced(by: 1)
                left -= 1
            }
        }
    }
    return String(decoding: output, as: UTF8.self)
}

private func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
        let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
        units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        at += 2
    }
    if at < bytes.endIndex { units.append(0xFFFD) }
    return String(decoding: units, as: UTF16.self)
}

/// Whether these are UTF-16 without a mark, and which: nearly every second byte of European text is then 0.
private func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(1024)
    guard sample.count >= 16, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let enough = sample.count * 3 / 10
    if zeros[1] > enough, zeros[0] * 20 < sample.count { return false }
    if zeros[0] > enough, zeros[1] * 20 < sample.count { return true }
    return nil
}

private func hasHighBytes(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 >= 0x80 } }

/// Whether more bytes beyond ASCII make good UTF-8 than do not, or all but a cut-off tail do.
private func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var at = 0
    while at < bytes.count {
        let length = wellFormedLength(bytes, at)
        if length > 1 { good += 1 }
        if length == 0 {
            let missing = bytes.count - at
            let isTail = missing < 4 && bytes[at] >= 0xC2 && bytes[(at + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
            if !isTail { bad += 1 }
            // Ahead of "café" in Latin-1 there is no good letter that could outweigh the bad one.
            at += isTail ? missing : 1
        } else {
            at += length
        }
    }
    return good > bad
}

/// Of the UTF-8 sequence that starts here, in bytes; 0 when it is none.
private func wellFormedLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let lead = bytes[at]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard 0xC2...0xF4 ~= lead, at + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    switch (lead, bytes[at + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return length
    }
}

private func windows1252(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(windows1252Scalar(byte)) }
    return String(scalars)
}

/// The letter of a Windows-1252 byte; the five that the set leaves open are the C1 controls of Latin-1.
func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
    0x80...0x9F ~= byte ? windows1252Upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
}

private let windows1252Upper = Array(
    ("\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}"
        + "\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}")
        .unicodeScalars)
