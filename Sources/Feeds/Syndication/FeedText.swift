/// The bytes of a feed as UTF-8 without a byte order mark, and good: what is no character has become U+FFFD.
///
/// A mark decides; then the `charset` that the feed was served with; then what its XML declaration says. Bytes that are
/// good UTF-8 with letters beyond ASCII are UTF-8, whatever anybody says: servers and templates declare wrongly, and
/// another encoding does hardly ever look like UTF-8.
func feedText(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
    let declared =
        wideCharacterSet(bytes) ?? contentType.flatMap(characterSet(ofContentType:))
        ?? declaredCharacterSet(ofXML: bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if isGoodUTF8(bytes), bytes.contains(where: { $0 >= 0x80 }) || isLikeASCII(declared) {
        return start == 0 ? bytes : Array(bytes[start...])
    }
    return Array(decoded(bytes, declared: declared).utf8)
}

func isGoodUTF8(_ bytes: [UInt8]) -> Bool {
    do {
        _ = try UTF8Span(validating: bytes.span)
        return true
    } catch {
        return false
    }
}

/// The `charset` of "text/xml; charset=iso-8859-1".
func characterSet(ofContentType type: String) -> String? {
    for parameter in type.split(separator: ";").dropFirst() {
        let parts = parameter.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].trimmingBlanks.lowercased() == "charset" else { continue }
        let name = parts[1].trimmingBlanks.filter { $0 != "\"" && $0 != "'" }
        return name.isEmpty ? nil : name
    }
    return nil
}

/// The encoding of `<?xml version="1.0" encoding="koi8-r"?>`, with or without something ahead of it.
private func declaredCharacterSet(ofXML bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(1024))
    guard let start = head.range(of: Array("<?xml".utf8), from: 0),
        let end = head.range(of: Array("?>".utf8), from: start.upperBound)
    else { return nil }
    return head.attribute("encoding", in: start.upperBound..<end.lowerBound).flatMap(nonBlank)
}

/// Of XML in UTF-16, UTF-32 or EBCDIC without a mark: told by how "<" or "<?xm" looks (XML 1.0, appendix F).
private func wideCharacterSet(_ bytes: [UInt8]) -> String? {
    switch (bytes.first, bytes.dropFirst().first, bytes.dropFirst(2).first, bytes.dropFirst(3).first) {
    case (0, 0, 0, 0x3C): "UTF-32BE"
    case (0x3C, 0, 0, 0): "UTF-32LE"
    case (0, 0x3C, 0, _): "UTF-16BE"
    case (0x3C, 0, _, 0): "UTF-16LE"
    case (0x4C, 0x6F, 0xA7, 0x94): "IBM037"
    default: nil
    }
}

/// Whether bytes below 128 are ASCII in this set, as they are in nearly all.
private func isLikeASCII(_ set: String?) -> Bool {
    guard let set = set?.lowercased() else { return true }
    return !["utf-16", "utf16", "utf-32", "utf32", "utf-7", "utf7", "iso-2022", "hz", "ibm", "cp037", "cp500", "cp10"]
        .contains(where: set.hasPrefix)
}

extension Substring {
    var trimmingBlanks: Substring {
        var text = self
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text.drop(while: \.isWhitespace)
    }
}
