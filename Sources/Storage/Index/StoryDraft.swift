package import News

/// A story as a feed gave it, to be kept in the index; extraction reads it later.
package struct StoryDraft: Sendable {
    /// What the feed tells its entries apart by.
    package let key: String
    /// The story's id for the reader and for bookmarks: the same on every computer.
    package let name: String
    package let title: String
    package let source: String?
    package let byline: String?
    package let link: String?
    package let published: Timestamp?
    package let language: String?
    let body: PackedText
    /// Another one means that the story was edited. The date alone does not: some feeds say "now" at every fetch.
    let fingerprint: Int64

    /// - Parameter text: as the index is to keep it, in UTF-8.
    package init(
        key: String, name: String, title: String, source: String?, byline: String?, link: String?,
        published: Timestamp?, language: String?, text: [UInt8], packer: TextPacker
    ) {
        self.key = key
        self.name = name
        self.title = title
        self.source = source
        self.byline = byline
        self.link = link
        self.published = published
        self.language = language
        body = packer.pack(text)
        fingerprint = Self.fingerprint(title) { $0.add(long: text) }
    }

    /// As earlier versions made it, of the packed text; packing has changed since, and would with Zstandard's versions.
    var formerFingerprint: Int64 {
        Self.fingerprint(title) { $0.add(body.packedAsFormerly) }
    }

    private static func fingerprint(_ title: String, addText: (inout StableHash) -> Void) -> Int64 {
        var hash = StableHash()
        hash.add(title.utf8)
        addText(&hash)
        return hash.value
    }
}

/// FNV-1a over 64 bits (Fowler, Noll, Vo): the same in every run, unlike Swift's own hashes.
package struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = (state ^ 0xFF) &* 0x100_0000_01B3
    }

    /// Eight bytes at a time, which is not FNV's way, but many times as fast.
    mutating func add(long bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var at = 0
            while at + 8 <= bytes.count {
                state =
                    (state ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                    &* 0x100_0000_01B3
                // Otherwise a word's last bytes would reach the highest bits alone.
                state ^= state >> 32
                at += 8
            }
            add(bytes[at...])
        }
    }

    package var value: Int64 { Int64(bitPattern: state) }

    /// In 13 letters and digits.
    package var letters: String {
        let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)
        var rest = state
        var letters: [UInt8] = []
        for _ in 0..<13 {
            letters.append(digits[Int(rest & 31)])
            rest >>= 5
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
