/// What the attributes of an element say it holds, by the words of its class, id, role and the like.
struct PageHints: OptionSet {
    let rawValue: UInt16

    /// Readers' comments and what is asked of them.
    static let comments = PageHints(rawValue: 1 << 0)
    /// Menus, share buttons, other stories, letters to subscribe to, advertisements.
    static let furniture = PageHints(rawValue: 1 << 1)
    /// Words under a picture.
    static let caption = PageHints(rawValue: 1 << 2)
    /// Who wrote it and when.
    static let byline = PageHints(rawValue: 1 << 3)
    /// The summary under the headline.
    static let standfirst = PageHints(rawValue: 1 << 4)
    /// The words of the story and little else.
    static let body = PageHints(rawValue: 1 << 5)
    /// A story, or the part of the page where it stands.
    static let story = PageHints(rawValue: 1 << 6)
    /// Not shown when the page opens.
    static let hidden = PageHints(rawValue: 1 << 7)
    /// Words, whatever pictures are among them.
    static let text = PageHints(rawValue: 1 << 8)
    /// About the writer.
    static let writer = PageHints(rawValue: 1 << 9)
    /// What somebody wrote elsewhere, shown as it stands there.
    static let embed = PageHints(rawValue: 1 << 10)
    /// A picture, and what is said of it.
    static let picture = PageHints(rawValue: 1 << 11)
}

extension PageHints {
    /// - Parameter attributes: of an opening tag.
    init(_ source: [UInt8], _ attributes: Range<Int>, of element: PageElement) {
        self = []
        guard !attributes.isEmpty else { return }
        source.forEachAttribute(in: attributes) { name, value in
            switch AttributeName(source[name]) {
            case .words: formUnion(PageHints(words: source, value))
            case .id:
                // "the-mayor-and-the-old-tram-menu" is made of a heading's words.
                let parts = source[value].count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
                if parts < 4, !element.isOneParagraph { formUnion(PageHints(words: source, value)) }
            case .style: if isHiding(source, value) { insert(.hidden) }
            case .hidden: insert(.hidden)
            case .ariaHidden:
                if source.range(of: Array("true".utf8), from: value.lowerBound, to: value.upperBound) != nil {
                    insert(.hidden)
                }
            case nil: break
            }
        }
    }

    /// "display: none", "visibility:hidden"
    private func isHiding(_ source: [UInt8], _ value: Range<Int>) -> Bool {
        let style = source[value].filter { !$0.isBlank }.map(\.lowercased)
        return style.range(of: Array("display:none".utf8), from: 0) != nil
            || style.range(of: Array("visibility:hidden".utf8), from: 0) != nil
    }

    /// Words end where a small letter is followed by a capital and at all that is no letter. Two words that follow each
    /// other are also looked up as one: "entry-content", "entryContent" and "entrycontent" are the same.
    private init(words source: [UInt8], _ value: Range<Int>) {
        self = []
        for name in source[value].split(whereSeparator: \.isBlank) {
            var before: UInt64?
            var hash = wordSeed
            var length = 0
            var wasSmall = false
            func end(_ hints: inout PageHints) {
                guard length > 0 else { return }
                let isWhole = length == name.count
                if let known = pageWords[hash] { hints.formUnion(isWhole ? known : known.subtracting(.hidden)) }
                if let before, let known = pageWords[joined(before, hash)] { hints.formUnion(known) }
                before = hash
                hash = wordSeed
                length = 0
            }
            for byte in name {
                guard byte.isLetter else {
                    end(&self)
                    wasSmall = false
                    continue
                }
                if wasSmall, byte.isUpper { end(&self) }
                wasSmall = byte.isLower
                hash = extended(hash, byte.lowercased)
                length += 1
            }
            end(&self)
        }
    }
}

private enum AttributeName {
    case words, id, style, hidden, ariaHidden

    init?(_ name: ArraySlice<UInt8>) {
        func isNamed(_ wanted: StaticString) -> Bool {
            name.count == wanted.utf8CodeUnitCount
                && wanted.withUTF8Buffer { zip(name, $0).allSatisfy { $0.lowercased == $1 } }
        }
        guard let first = name.first?.lowercased else { return nil }
        switch first {
        case UInt8(ascii: "c") where isNamed("class"), UInt8(ascii: "i") where isNamed("itemprop"),
            UInt8(ascii: "r") where isNamed("role"),
            UInt8(ascii: "d")
        where isNamed("data-component") || isNamed("data-testid") || isNamed("data-type") || isNamed("data-module")
            || isNamed("data-link-name") || isNamed("data-name") || isNamed("data-area"):
            self = .words
        case UInt8(ascii: "i") where isNamed("id"): self = .id
        case UInt8(ascii: "s") where isNamed("style"): self = .style
        case UInt8(ascii: "h") where isNamed("hidden"): self = .hidden
        case UInt8(ascii: "a") where isNamed("aria-hidden"): self = .ariaHidden
        default: return nil
        }
    }
}

private let wordSeed: UInt64 = 0xCBF2_9CE4_8422_2325

/// FNV-1a, a byte further.
private func extended(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

private func hash(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(wordSeed, extended) }

private func joined(_ first: UInt64, _ second: UInt64) -> UInt64 { (first &* 31) ^ second }

/// The table made ready: "entry content" under the hash of both words and of "entrycontent".
private let pageWords: [UInt64: PageHints] = {
    var known: [UInt64: PageHints] = [:]
    for (hint, rows) in pageHintWords {
        for row in rows.split(whereSeparator: { $0 == "\n" || $0 == "," }) {
            let words = row.split(separator: " ")
            guard let first = words.first else { continue }
            known[hash(words.joined()), default: []].insert(hint)
            if words.count == 2, let last = words.last {
                known[joined(hash(first), hash(last)), default: []].insert(hint)
            }
        }
    }
    return known
}()
