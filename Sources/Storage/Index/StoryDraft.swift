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
    package let body: PackedText

    package init(
        key: String, name: String, title: String, source: String?, byline: String?, link: String?,
        published: Timestamp?, language: String?, body: PackedText
    ) {
        self.key = key
        self.name = name
        self.title = title
        self.source = source
        self.byline = byline
        self.link = link
        self.published = published
        self.language = language
        self.body = body
    }

    /// Another one means that the story was edited. The date alone does not: some feeds say "now" at every fetch.
    var fingerprint: Int64 {
        var hash = StableHash()
        hash.add(title.utf8)
        hash.add(body.bytes)
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
