/// The header fields of an answer, as far as somebody asks for them.
struct AnswerHead {
    /// 0 before there is one.
    private(set) var status = 0
    /// The blank line has come.
    private(set) var isComplete = false
    /// Of all lines, also of answers before the answer (1xx).
    private(set) var byteCount = 0
    private var fields: [String: String] = [:]

    private static let kept: Set<String> = [
        "content-type", "etag", "last-modified", "location", "retry-after", "expires", "date", "cache-control", "age",
    ]
    /// Longer ones mean nothing to us; addresses may be longer.
    private static let longest = 8_192

    /// In small letters; of several with one name, the first.
    subscript(name: String) -> String? { fields[name] }

    /// - Parameter line: with its end.
    mutating func take(_ line: some Collection<UInt8>) {
        byteCount += line.count
        let text = line.trimmingBlanks
        if text.isEmpty {
            // After the answers before the answer comes another head.
            isComplete = status >= 200
        } else if text.starts(with: "HTTP/".utf8) {
            fields = [:]
            isComplete = false
            let code = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true).dropFirst().first
            status = code.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")), text.count <= Self.longest {
            let name = String(decoding: text[..<colon], as: UTF8.self).lowercased()
            guard Self.kept.contains(name), fields[name] == nil else { return }
            fields[name] = Self.value(text[text.index(after: colon)...].trimmingBlanks)
        }
    }

    /// Without controls. Bytes that are not UTF-8 stay what they are in percent-encoding, as addresses need it.
    private static func value(_ bytes: [UInt8]) -> String {
        let bytes = bytes.filter { $0 >= 0x20 && $0 != 0x7F }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return bytes.map { byte in
            byte < 0x80 ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

extension Collection<UInt8> {
    fileprivate var trimmingBlanks: [UInt8] {
        var bytes = Array(drop { $0 <= 0x20 })
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes
    }
}
