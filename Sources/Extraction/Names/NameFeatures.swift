import News

/// What the name model looks at: the words of a segment and their shapes, what the tables know of them, how the rules
/// cut there, what stands beside it, and what stands around the same words elsewhere in the story.
///
/// A feature is a hash of a template's number and a value. What depends on one end of a segment alone is apart, so that
/// it is looked up once for all segments that share the end.
struct NameFeatures {
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches
    /// For each token, whether the rules take it for part of a role.
    private(set) var isRole: [Bool]
    let stretches: [NamedStretch]
    /// For each token, the stretch of the rules that it is part of; -1 outside.
    var stretchOf: [Int32]
    /// What the story says of a word wherever it stands, as bits.
    private var noted = KeyMap<UInt64>(capacity: 1 << 9)
    /// How many words are noted; a story has some hundred, a text of nothing but names must end too.
    private var room = 1 << 18

    init(_ prose: Prose, _ facts: Facts, _ matches: PhraseMatches, _ stretches: [NamedStretch]) {
        self.prose = prose
        self.facts = facts
        self.matches = matches
        self.stretches = stretches
        stretchOf = Array(repeating: -1, count: prose.tokens.count)
        isRole = Array(repeating: false, count: prose.tokens.count)
        for (index, stretch) in stretches.enumerated() {
            for token in stretch.tokens { stretchOf[token] = Int32(index) }
            for token in stretch.role ?? 0..<0 { isRole[token] = true }
        }
        note()
    }

    // MARK: Templates

    /// What speaks of a segment that begins at a token.
    func addOpening(_ at: Int, to sink: inout some FeatureSink) {
        sink.add(1, word(at))
        let start = Int(prose.tokens[at].start)
        var prefix: UInt64 = 0
        for byte in start..<min(start + 3, Int(prose.tokens[at].end)) {
            prefix = prefix << 8 | UInt64(prose.bytes[byte])
        }
        sink.add(2, prefix)
        sink.add(3, traits(at))
        sink.add(4, notes(of: at) & Noted.firstOf)
        let first = prose.sentence(of: at).lowerBound
        sink.add(5, at > first ? word(at - 1) : 0)
        sink.add(6, at > first + 1 ? word(at - 2) : 0)
        guard at > first else { return }
        let role: UInt64 = endsRole(at - 1, from: first) ? 1 : isRoleSetOff(at - 1, from: first) ? 2 : 0
        if role != 0 { sink.add(7, role) }
        let listed = sortOfName(listedBefore: at, from: first)
        if listed != 0 { sink.add(8, listed) }
    }

    /// What speaks of a segment that ends with a token.
    func addClosing(_ at: Int, to sink: inout some FeatureSink) {
        sink.add(10, word(at))
        for length in 2...4 { sink.add(11, suffix(at, length)) }
        let noted = notes(of: at)
        addBits(noted & Noted.words, as: 12, to: &sink)
        sink.add(13, noted & Noted.around)
        let limit = prose.sentence(of: at).upperBound
        sink.add(14, at + 1 < limit ? word(at + 1) : 0)
        sink.add(15, at + 2 < limit ? word(at + 2) : 0)
        guard at + 1 < limit else { return }
        sink.add(17, ending(at + 1))
        let evidence = evidence(behind: at + 1, before: limit)
        if evidence != 0 { sink.add(16, evidence) }
        let listed = sortOfName(listedBehind: at, before: limit)
        if listed != 0 { sink.add(18, listed) }
    }

    /// What speaks of a segment that a token is part of.
    func addWord(_ at: Int, to sink: inout some FeatureSink) { sink.add(20, word(at)) }

    /// What depends on the segment as a whole.
    func addWhole(_ segment: Range<Int>, to sink: inout some FeatureSink) {
        let first = segment.lowerBound
        let last = segment.upperBound - 1
        let terms = terms(of: segment)
        let cut = cut(segment)
        let shape = shape(segment)
        let sentence = prose.sentence(of: first)
        let before: UInt64 = first > sentence.lowerBound ? sort(first - 1) : 0
        let after: UInt64 = segment.upperBound < sentence.upperBound ? sort(segment.upperBound) : 0
        sink.add(30, sorts(segment))
        sink.add(31, cut << 4 | UInt64(min(segment.count, 6)))
        sink.add(32, cut << 42 ^ terms)
        sink.add(33, (isRole[first] ? 1 : 0) | (isRole[last] ? 2 : 0))
        sink.add(34, shape << 3 ^ part(first))
        sink.add(35, before << 42 ^ terms)
        sink.add(36, before << 8 | after)
        sink.add(37, shape)
        guard segment.count == 1 else { return }
        let noted = notes(of: first)
        if noted >> Noted.acronym != 0 { sink.add(46, noted >> Noted.acronym) }
        sink.add(40, word(first))
        for length in 2...4 { sink.add(41, suffix(first, length)) }
        addBits(noted & Noted.words, as: 42, to: &sink)
        sink.add(43, cut << 58 ^ traits(first))
        sink.add(44, noted & Noted.firstOf)
        sink.add(45, noted & Noted.around)
    }

    private func addBits(_ bits: UInt64, as template: UInt64, to sink: inout some FeatureSink) {
        var rest = bits
        while rest != 0 {
            sink.add(template, UInt64(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
    }

    // MARK: Words

    private func word(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        switch token.kind {
        case .word: return token.key
        case .number: return 7
        default: return UInt64(prose.bytes[Int(token.start)])
        }
    }

    /// The same for the same words.
    func key(_ range: Range<Int>) -> WordKey { range.reduce(0) { phraseKey($0, word($1)) } }

    /// The last bytes of a longer word, in small letters; 0 for a shorter one.
    private func suffix(_ at: Int, _ length: Int) -> UInt64 {
        let token = prose.tokens[at]
        guard Int(token.end - token.start) > length else { return 0 }
        var suffix = UInt64(length)
        for at in Int(token.end) - length..<Int(token.end) { suffix = suffix << 8 | UInt64(prose.bytes[at] | 0x20) }
        return suffix
    }

    /// How a word in small letters ends, which tells verbs from nouns now and then.
    private func ending(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        return token.isSmallWord ? suffix(at, 2) << 8 | sort(at) : sort(at)
    }

    private func shape(_ range: Range<Int>) -> UInt64 {
        range.reduce(1) { hash, at in
            let token = prose.tokens[at]
            let shape = token.shape == .capitals ? 8 + min(token.end - token.start, 4) : Int32(token.shape.rawValue)
            return hash &* 31 &+ UInt64(shape) &* 7 &+ UInt64(token.kind.rawValue) &+ UInt64(token.gap.rawValue) << 5
        }
    }

    private static let telling: WordTraits = [
        .femaleForename, .maleForename, .sharedForename, .surname, .wordAndName, .placeAndName, .particle, .generation,
        .organisationWord, .placeWord, .common, .date, .outletWord,
    ]

    private func traits(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        return token.traits.intersection(Self.telling).rawValue ^ UInt64(token.kind.rawValue) << 52
    }

    /// What sort of word each is, as names are made of them: Woods is a surname and makes places.
    private func sorts(_ segment: Range<Int>) -> UInt64 {
        segment.reduce(1) { hash, at in
            let token = prose.tokens[at]
            if token.isSmallWord { return hash &* 64 &+ 63 }
            let traits = token.traits
            return hash &* 64 &+ (traits.has(.organisationWord) ? 1 : 0) &+ (traits.has(.placeWord) ? 2 : 0)
                &+ (traits.has(.forename) ? 4 : 0) &+ (traits.has(.surname) ? 8 : 0) &+ (traits.has(.common) ? 16 : 0)
        }
    }

    /// What the tables take a segment for, as bits by kind; and whether a phrase of theirs begins there and ends elsewhere.
    private func terms(of segment: Range<Int>) -> UInt64 {
        guard let match = matches.names[segment.lowerBound] else { return 0 }
        if match.end != segment.upperBound { return match.end > segment.upperBound ? 1 << 40 : 1 << 41 }
        return facts.phrases.terms(at: match.node).reduce(0) {
            $0 | 1 << UInt64($1.kind.rawValue) | ($1.kind == .city && !$1.notes.isEmpty ? 1 << 30 : 0)
                | ($1.kind == .blocker && $1.notes.contains(.organisation) ? 1 << 31 : 0)
        }
    }

    /// How a segment lies to what the rules cut there.
    private func cut(_ segment: Range<Int>) -> UInt64 {
        let left = stretchOf[segment.lowerBound]
        let right = stretchOf[segment.upperBound - 1]
        let startsThere = left >= 0 && stretches[Int(left)].tokens.lowerBound == segment.lowerBound
        let endsThere = right >= 0 && stretches[Int(right)].tokens.upperBound == segment.upperBound
        guard left >= 0, left == right, startsThere, endsThere else {
            return (startsThere ? 1 : 0) | (endsThere ? 2 : 0) | (left < 0 ? 4 : 0) | (right < 0 ? 8 : 0)
        }
        let stretch = stretches[Int(left)]
        return 16 | (stretch.isDemonym ? 32 : 0) | (stretch.isMaybeName ? 64 : 0) | (stretch.hasHonorific ? 128 : 0)
            | (stretch.role != nil ? 256 : 0)
    }

    private func part(_ token: Int) -> UInt64 {
        switch prose.article.paragraphs[Int(prose.tokens[token].paragraph)].part {
        case .headline: 1
        case .standfirst, .body: 2
        case .byline, .credits: 3
        case .heading: 4
        case .listEntry: 5
        case .blockQuote, .caption, .furniture: 6
        }
    }

    // MARK: The same words elsewhere

    /// What is noted of a word, as bits.
    private enum Noted {
        /// The last word of names of several words: of what make (5 bits); and whether it is a name alone.
        static let alone: UInt64 = 1 << 7
        /// The first word of names of several words: of what make.
        static let firstOf: UInt64 = 0xFF00
        /// What stood around names that it ends.
        static let around: UInt64 = 0x30FF_0000
        static let honorific: UInt64 = 1 << 28
        static let role: UInt64 = 1 << 29
        static let small: UInt64 = 1 << 30
        static let capital: UInt64 = 1 << 31
        /// All of these.
        static let words: UInt64 = 0xFFFF_FFFF
        /// From this bit on: what an acronym stands for, as `expansion` tells.
        static let acronym: UInt64 = 32
    }

    private mutating func note() {
        for stretch in stretches where !stretch.isMaybeName {
            let range = stretch.tokens
            let last = prose.tokens[range.upperBound - 1].key
            var bits = surroundings(of: range) << 16
            if range.count > 1 {
                let make = make(of: range)
                bits |= 1 << make
                note(prose.tokens[range.lowerBound].key, 1 << (8 + make))
            } else {
                bits |= Noted.alone
            }
            if stretch.hasHonorific { bits |= Noted.honorific }
            if stretch.role != nil { bits |= Noted.role }
            note(last, bits)
        }
        for (at, token) in prose.tokens.enumerated() where token.kind == .word {
            if token.shape == .capitals {
                let expansion = expansion(ofAcronymAt: at)
                if expansion != 0 { note(token.key, expansion << Noted.acronym) }
            }
            guard token.isSmallWord || token.isCapitalised && !prose.isFirstInSentence(at),
                let number = noted.number(of: token.key)
            else { continue }
            noted[number] |= token.isSmallWord ? Noted.small : Noted.capital
        }
    }

    private mutating func note(_ word: WordKey, _ bits: UInt64) {
        if let number = noted.number(of: word) {
            noted[number] |= bits
        } else if room > 0 {
            room -= 1
            _ = noted.add(word, bits)
        }
    }

    /// What is noted of the word at a token; of a word that no name of the story begins or ends with, nothing.
    private func notes(of at: Int) -> UInt64 { noted.number(of: prose.tokens[at].key).map { noted[$0] } ?? 0 }

    /// What a name of several words is made of.
    private func make(of range: Range<Int>) -> UInt64 {
        let traits = range.reduce(into: WordTraits()) { $0.formUnion(prose.tokens[$1].traits) }
        if traits.has(.organisationWord) { return 2 }
        if traits.has(.placeWord) { return 3 }
        if prose.tokens[range.lowerBound].traits.has(.forename) { return 0 }
        return traits.has(.common) ? 4 : 1
    }

    /// What stands around a name, as bits.
    private func surroundings(of range: Range<Int>) -> UInt64 {
        let sentence = prose.sentence(of: range.lowerBound)
        var bits: UInt64 = 0
        if range.lowerBound > sentence.lowerBound {
            let before = prose.tokens[range.lowerBound - 1]
            if before.isSmallWord {
                if before.traits.has(.preposition) { bits |= isLocal(before) ? 1 : 2 }
                if before.traits.has(.determiner) { bits |= 4 }
                if before.traits.has(.finiteCue) { bits |= 8 }
            }
        }
        if range.upperBound < sentence.upperBound {
            let after = prose.tokens[range.upperBound]
            if after.traits.has(.finiteCue) { bits |= 8 }
            if after.kind == .possessive { bits |= 16 }
            switch evidence(behind: range.upperBound, before: sentence.upperBound) {
            case 1: bits |= 32
            case 4, 6: bits |= 64
            case 7, 8: bits |= 128
            default: break
            }
        }
        return bits
    }

    /// in, at: not of, by.
    private func isLocal(_ token: Token) -> Bool {
        let first = prose.bytes[Int(token.start)] | 0x20
        return token.end - token.start == 2 && (first == UInt8(ascii: "i") || first == UInt8(ascii: "a"))
    }
}

/// Takes features as they are found.
protocol FeatureSink {
    mutating func take(_ feature: UInt32)
}

extension FeatureSink {
    /// Takes the feature of a template's number and a value.
    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64) {
        var hash = (value ^ template &* 0xd6e8_feb8_6659_fd93) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
        take(UInt32(truncatingIfNeeded: (hash &* 0xbf58_476d_1ce4_e5b9) >> 32))
    }
}

/// Keeps features, to learn from them.
struct FeatureList: FeatureSink {
    private(set) var features: [UInt32] = []

    mutating func take(_ feature: UInt32) { features.append(feature) }
}
