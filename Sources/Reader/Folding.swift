import News

/// A text without its case and accents, for finding words in it: "Čapek" is found by "capek".
struct Folded {
    /// UTF-8 of the folded text.
    let bytes: [UInt8]
    /// For each byte, and for the end, the offset in the original text of the scalar that it came from.
    private let offsets: [Int]

    init(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        bytes.reserveCapacity(text.utf8.count)
        offsets.reserveCapacity(text.utf8.count + 1)
        var offset = 0
        for scalar in text.unicodeScalars {
            fold(scalar) {
                bytes.append($0)
                offsets.append(offset)
            }
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.bytes = bytes
        self.offsets = offsets
    }

    /// Where words occur, at the start of a word; where there is no such place, wherever they occur.
    func occurrences(of words: Folded) -> [TextSpan] {
        let places = places(of: words.bytes)
        let starts = places.filter { $0 == 0 || !isPartOfWord(bytes[$0 - 1]) }
        return (starts.isEmpty ? places : starts).map {
            TextSpan(offsets[$0], end(ofOriginalAt: $0 + words.bytes.count - 1))
        }
    }

    /// Where words occur at the start of a word alone; Chinese, Japanese and Thai words anywhere.
    func starts(of words: Folded) -> [TextSpan] {
        places(of: words.bytes).filter { $0 == 0 || !isPartOfWord(bytes[$0 - 1]) || words.bytes[0] >= 0xE0 }.map {
            TextSpan(offsets[$0], end(ofOriginalAt: $0 + words.bytes.count - 1))
        }
    }

    func contains(_ words: Folded) -> Bool { words.bytes.isEmpty || !places(of: words.bytes).isEmpty }
    func starts(with words: Folded) -> Bool { bytes.starts(with: words.bytes) }

    /// Offsets in `bytes`, none overlapping.
    private func places(of needle: [UInt8]) -> [Int] {
        guard let first = needle.first, needle.count <= bytes.count else { return [] }
        var places: [Int] = []
        var at = 0
        while at <= bytes.count - needle.count {
            if bytes[at] == first && bytes[at..<at + needle.count].elementsEqual(needle) {
                places.append(at)
                at += needle.count
            } else {
                at += 1
            }
        }
        return places
    }

    /// The end, in the original, of the scalar that the byte at this place came from (and of the marks after it).
    private func end(ofOriginalAt place: Int) -> Int {
        var next = place + 1
        while next < bytes.count && offsets[next] == offsets[place] { next += 1 }
        return offsets[next]
    }

    private func isPartOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
