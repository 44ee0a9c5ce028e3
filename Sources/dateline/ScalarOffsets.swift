import News

/// UTF-8 offsets of a text as offsets in Unicode scalars. Made in one pass; a lookup looks at no more than one block.
struct ScalarOffsets {
    private static let block = 64
    /// Of the text.
    let bytes: [UInt8]
    /// Scalars that start before each block; empty when the text is ASCII and both counts are the same.
    private let before: [Int]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var before: [Int] = []
        before.reserveCapacity(bytes.count / Self.block + 2)
        var count = 0
        var start = 0
        while start < bytes.count {
            before.append(count)
            let end = min(start + Self.block, bytes.count)
            count += Self.scalars(in: bytes[start..<end])
            start = end
        }
        before.append(count)
        self.before = count == bytes.count ? [] : before
    }

    /// - Parameter offset: 0 to the text's length.
    func scalars(before offset: Int) -> Int {
        if before.isEmpty { return offset }
        let start = offset / Self.block * Self.block
        return before[offset / Self.block] + Self.scalars(in: bytes[start..<offset])
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var count = 0
            for byte in bytes { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
            return count
        }
    }
}
