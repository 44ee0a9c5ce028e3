package import News

/// What a segment of a run can be. `none` is a single word that names nothing.
package enum NameLabel: Int, CaseIterable, Sendable {
    case none, person, organisation, place, other

    /// How many labels have weights of their own; the score of `none` is always 0.
    package static let weighted = 4
}

/// A story as the name model sees it: runs of capitalised words, each to be cut into segments with a label.
///
/// The trainer and `read` share it, so that weights are learnt on exactly what they are used for.
package struct NameLattice {
    /// Tokens of each run, in order, none overlapping.
    package let runs: [Range<Int>]
    let prose: Prose
    let facts: Facts
    let matches: PhraseMatches
    /// What the rules cut, and what they take it for.
    let stretches: [NamedStretch]
    /// For each token, the stretch of the rules that it is part of; -1 outside.
    private var stretchOf: [Int32]
    /// For each token, whether the rules take it for part of a role.
    private var isRole: [Bool]
    private var words = KeyMap<UInt64>(absent: 0, capacity: 1 << 8)

    /// In tokens; longer names are not looked for.
    package static let longestSegment = 12

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
        runs = Self.runs(in: prose)
        noteWords()
    }

    /// Where a token stands, in UTF-8 offsets of the story's text.
    package func span(_ tokens: Range<Int>) -> TextSpan { prose.span(tokens) }

    // MARK: Runs

    private static let longestRun = 24

    private static func runs(in prose: Prose) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (index, paragraph) in prose.paragraphs.enumerated()
        where prose.article.paragraphs[index].part != .furniture {
            var at = paragraph.lowerBound
            while at < paragraph.upperBound {
                guard prose.tokens[at].isCapitalised else {
                    at += 1
                    continue
                }
                let end = runEnd(from: at, prose)
                if !prose.isPhotoCredit(at..<end) { found.append(at..<end) }
                at = end
            }
        }
        return found
    }

    private static func runEnd(from start: Int, _ prose: Prose) -> Int {
        let limit = min(prose.sentence(of: start).upperBound, start + longestRun)
        var end = start + 1
        while end < limit {
            var next = end
            while next < limit, next < end + 3, joins(next, prose) { next += 1 }
            guard next < limit, prose.tokens[next].isCapitalised, prose.tokens[next].gap != .line || true else { break }
            end = next + 1
        }
        // Tsai Ing-wen.
        while end < limit, prose.tokens[end].kind == .word, prose.tokens[end].gap == .hyphen { end += 1 }
        // "COP 27", "Section 8": a number closes a name.
        if end < limit, prose.tokens[end].kind == .number, prose.tokens[end].gap != .none { end += 1 }
        return end
    }

    /// Whether a name may go on over a token: of, and, for, ’s, &, de la.
    private static func joins(_ at: Int, _ prose: Prose) -> Bool {
        let token = prose.tokens[at]
        switch token.kind {
        case .possessive: return true
        case .other: return prose.bytes[Int(token.start)] == UInt8(ascii: "&")
        case .word:
            return token.isSmallWord
                && (token.gap == .hyphen || token.traits.has([.particle, .determiner]) || isJoiningWord(token, prose))
        case .number: return token.gap != .none
        default: return false
        }
    }

    private static func isJoiningWord(_ token: Token, _ prose: Prose) -> Bool {
        let start = Int(token.start)
        switch Int(token.end) - start {
        case 1: return prose.bytes[start] == UInt8(ascii: "y") || prose.bytes[start] == UInt8(ascii: "e")
        case 2: return token.traits.has(.preposition) && (prose.bytes[start] == UInt8(ascii: "o"))
        case 3:
            return token.traits.has([.preposition, .conjunction])
                && (prose.bytes[start] == UInt8(ascii: "a") || prose.bytes[start] == UInt8(ascii: "f"))
        default: return false
        }
    }

    /// The segments that a run may be cut into, in order of their start. Every single word is one, so that a cut
    /// always exists; a longer one begins with a capital and ends with a capital or a number.
    package func segments(of run: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in run {
            found.append(start..<start + 1)
            guard mayOpen(start) else { continue }
            for end in start + 2..<max(start + 2, min(run.upperBound, start + Self.longestSegment) + 1)
            where mayClose(end - 1) { found.append(start..<end) }
        }
        return found
    }

    private func mayOpen(_ at: Int) -> Bool { prose.tokens[at].isCapitalised || prose.tokens[at].kind == .number }

    private func mayClose(_ at: Int) -> Bool {
        let token = prose.tokens[at]
        return token.isCapitalised || token.kind == .number || token.gap == .hyphen && token.kind == .word
    }

    /// Whether the rules take a token for part of what a person is.
    package func isPartOfRole(_ at: Int) -> Bool { isRole[at] }

    /// Whether a token at the edge of a marked name is no part of it here: "the", "’s".
    package func isOutsideNames(_ at: Int, of span: TextSpan) -> Bool {
        let token = prose.tokens[at]
        return token.kind == .possessive && prose.span(at..<at + 1).end == span.end
            || token.traits.has(.determiner) && prose.span(at..<at + 1).start == span.start && token.key == theKey
    }

    private var theKey: WordKey { Self.the }
    private static let the: WordKey = {
        var key = WordKeyBuilder()
        for byte in "the".utf8 { key.add(byte) }
        return key.key
    }()

    // MARK: What the story says of a word elsewhere

    private mutating func noteWords() {
        for stretch in stretches where !stretch.isMaybeName {
            let range = stretch.tokens
            let last = prose.tokens[range.upperBound - 1].key
            let first = prose.tokens[range.lowerBound].key
            let make = self.make(of: range)
            if range.count > 1 {
                words[last] |= 1 << make
                words[first] |= 1 << (8 + make)
            } else {
                words[last] |= 1 << 7
            }
            words[last] |= context(of: range) << 16
            if stretch.hasHonorific { words[last] |= 1 << 28 }
            if stretch.role != nil { words[last] |= 1 << 29 }
        }
        for (at, token) in prose.tokens.enumerated() where token.kind == .word {
            if token.isSmallWord {
                words[token.key] |= 1 << 30
            } else if token.isCapitalised, !prose.isFirstInSentence(at) {
                words[token.key] |= 1 << 31
            }
        }
    }

    /// What a name of several words is made of.
    private func make(of range: Range<Int>) -> UInt64 {
        let traits = range.reduce(into: WordTraits()) { $0.formUnion(prose.tokens[$1].traits) }
        if traits.has(.organisationWord) { return 2 }
        if traits.has(.placeWord) { return 3 }
        if prose.tokens[range.lowerBound].traits.has(.forename) { return 0 }
        return traits.has(.common) ? 4 : 1
    }

    /// What stands around a name, as bits.
    private func context(of range: Range<Int>) -> UInt64 {
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
            switch evidenceBehind(range.upperBound, before: sentence.upperBound) {
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
        let start = Int(token.start)
        return token.end - token.start == 2
            && (prose.bytes[start] | 0x20 == UInt8(ascii: "i") || prose.bytes[start] | 0x20 == UInt8(ascii: "a"))
    }

    // MARK: Features

    /// Appends the features of a segment, as hashes.
    package func addFeatures(of segment: Range<Int>, to features: inout [UInt32]) {
        var sink = FeatureSink(features: features)
        features = []
        addWords(segment, &sink)
        addFacts(segment, &sink)
        addRules(segment, &sink)
        addNeighbours(segment, &sink)
        features = sink.features
    }

    private func word(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        return token.kind == .word ? token.key : token.kind == .number ? 7 : UInt64(prose.bytes[Int(token.start)])
    }

    /// The same for the same words.
    func key(_ range: Range<Int>) -> WordKey { phrase(range) }

    private func phrase(_ range: Range<Int>) -> UInt64 { range.reduce(0) { phraseKey($0, word($1)) } }

    private func shape(_ range: Range<Int>) -> UInt64 {
        range.reduce(1) { hash, at in
            let token = prose.tokens[at]
            let length = min(Int(token.end - token.start), 4)
            let shape = token.shape == .capitals ? 8 + length : Int(token.shape.rawValue)
            return hash &* 31 &+ UInt64(shape) &* 7 &+ UInt64(token.kind.rawValue) &+ UInt64(token.gap.rawValue) << 5
        }
    }

    private static let known: WordTraits = [
        .femaleForename, .maleForename, .sharedForename, .surname, .wordAndName, .placeAndName, .particle, .generation,
        .organisationWord, .placeWord, .common, .date, .outletWord,
    ]

    private func traits(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        let isCommonOnly = token.traits.intersection(Self.known).rawValue
        return isCommonOnly ^ UInt64(token.kind.rawValue) << 56
    }

    private func suffix(_ at: Int, _ length: Int) -> UInt64 {
        let token = prose.tokens[at]
        guard Int(token.end - token.start) > length else { return 0 }
        return prose.bytes[Int(token.end) - length..<Int(token.end)].reduce(UInt64(length)) { $0 << 8 | UInt64($1 | 0x20) }
    }

    private func addWords(_ segment: Range<Int>, _ sink: inout FeatureSink) {
        let first = segment.lowerBound
        let last = segment.upperBound - 1
        let size = UInt64(min(segment.count, 6))
        sink.add(1, size)
        if segment.count <= 5 { sink.add(2, phrase(segment)) }
        sink.add(3, word(first) ^ (segment.count == 1 ? 1 : 0))
        sink.add(4, word(last) ^ (segment.count == 1 ? 1 : 0))
        for at in segment { sink.add(5, word(at)) }
        sink.add(6, shape(segment))
        sink.add(7, shape(segment) ^ (prose.isFirstInSentence(first) ? 1 : 0) &* 0x9e37)
        for length in 2...4 {
            sink.add(8, suffix(last, length) &* 2 &+ (segment.count == 1 ? 1 : 0))
            if segment.count > 1 { sink.add(9, suffix(first, length)) }
        }
        let start = Int(prose.tokens[first].start)
        let prefixEnd = min(start + 3, Int(prose.tokens[first].end))
        sink.add(10, prose.bytes[start..<prefixEnd].reduce(size) { $0 << 8 | UInt64($1) })
    }

    private func addFacts(_ segment: Range<Int>, _ sink: inout FeatureSink) {
        let first = segment.lowerBound
        let last = segment.upperBound - 1
        sink.add(20, traits(first))
        sink.add(21, traits(last))
        sink.add(22, traits(first) &* 31 &+ traits(last) &+ UInt64(min(segment.count, 5)) << 50)
        let terms = terms(of: segment)
        sink.add(23, terms)
        sink.add(24, terms &* 31 &+ traits(last) &+ (segment.count == 1 ? 1 : 0))
        sink.add(
            25,
            segment.reduce(1) { hash, at in
                let traits = prose.tokens[at].traits
                let sort: UInt64 =
                    traits.has(.organisationWord)
                    ? 1 : traits.has(.placeWord) ? 2 : traits.has(.forename) ? 3 : traits.has(.surname) ? 4 : traits.has(.common) ? 5 : 6
                return hash &* 8 &+ (prose.tokens[at].isSmallWord ? 7 : sort)
            })
        let noted = words[prose.tokens[last].key]
        let notedFirst = words[prose.tokens[first].key]
        let one: UInt64 = segment.count == 1 ? 1 << 40 : 0
        sink.add(26, noted & 0x3000_00FF | one)
        sink.add(27, notedFirst & 0xFF00 | one)
        sink.add(66, noted & 0x30FF_0000 | one)
        for bit in 0..<32 as Range<UInt64> where noted & (1 << bit) != 0 { sink.add(28, bit | one) }
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

    private func addRules(_ segment: Range<Int>, _ sink: inout FeatureSink) {
        let first = segment.lowerBound
        let last = segment.upperBound - 1
        let left = stretchOf[first]
        let right = stretchOf[last]
        let startsThere = left >= 0 && stretches[Int(left)].tokens.lowerBound == first
        let endsThere = right >= 0 && stretches[Int(right)].tokens.upperBound == segment.upperBound
        var code: UInt64 = 0
        if left >= 0, left == right, startsThere, endsThere {
            let stretch = stretches[Int(left)]
            code = 16
            if stretch.isDemonym { code += 8 }
            if stretch.isMaybeName { code += 64 }
            if stretch.hasHonorific { code += 128 }
            if stretch.role != nil { code += 256 }
        } else {
            code = (startsThere ? 1 : 0) + (endsThere ? 2 : 0) + (left < 0 ? 4 : 0) + (right < 0 ? 8 : 0)
        }
        sink.add(30, code)
        sink.add(32, code << 4 + UInt64(min(segment.count, 6)))
        sink.add(33, code &* 0x9e37 &+ terms(of: segment))
        sink.add(34, (isRole[first] ? 1 : 0) + (isRole[last] ? 2 : 0))
        if segment.count == 1 { sink.add(35, code &* 0x9e37 &+ traits(first)) }
        if let match = matches.roles[first] {
            sink.add(36, match.end < segment.upperBound ? 1 : match.end == segment.upperBound ? 2 : 3)
        }
    }

    private func addNeighbours(_ segment: Range<Int>, _ sink: inout FeatureSink) {
        let sentence = prose.sentence(of: segment.lowerBound)
        let first = segment.lowerBound
        let end = segment.upperBound
        let part = UInt64(partCode(first))
        sink.add(40, part)
        sink.add(41, part << 8 ^ shape(segment))
        let isOne: UInt64 = segment.count == 1 ? 1 : 0
        if first > sentence.lowerBound {
            let before = first - 1
            sink.add(42, word(before))
            sink.add(43, word(before) &* 31 ^ isOne)
            sink.add(44, sort(before) << 8 ^ UInt64(prose.tokens[first].gap.rawValue))
            sink.add(45, sort(before) << 8 ^ terms(of: segment))
            if before > sentence.lowerBound {
                sink.add(46, phraseKey(word(before - 1), word(before)))
                sink.add(47, word(before - 1))
            }
            let isRoleBefore = endsRole(before, from: sentence.lowerBound)
            let isRoleSetOff =
                prose.tokens[before].kind == .comma && before > sentence.lowerBound
                && endsRole(before - 1, from: sentence.lowerBound)
            if isRoleBefore || isRoleSetOff {
                sink.add(48, isRoleSetOff ? 2 : 1)
                sink.add(49, (isRoleSetOff ? 2 : 1) &* 0x9e37 ^ shape(segment))
            }
        } else {
            sink.add(42, 0)
            sink.add(44, 255)
        }
        if end < sentence.upperBound {
            sink.add(52, word(end))
            sink.add(53, word(end) &* 31 ^ isOne)
            sink.add(54, sort(end) << 8 ^ UInt64(prose.tokens[end].gap.rawValue))
            if end + 1 < sentence.upperBound {
                sink.add(56, phraseKey(word(end), word(end + 1)))
                sink.add(57, sort(end) << 8 ^ sort(end + 1))
                sink.add(58, word(end + 1))
            }
            let evidence = evidenceBehind(end, before: sentence.upperBound)
            if evidence != 0 {
                sink.add(61, evidence)
                sink.add(62, evidence << 8 ^ shape(segment))
            }
            if first > sentence.lowerBound { sink.add(60, phraseKey(sort(first - 1), sort(end))) }
        } else {
            sink.add(52, 0)
        }
    }

    /// "the transport minister, NAME": whether a role in small letters ends at a token.
    private func endsRole(_ last: Int, from lower: Int) -> Bool {
        prose.tokens[last].isSmallWord
            && (max(lower, last - 3)...last).contains { matches.roles[$0]?.end == last + 1 }
    }

    /// What stands behind a name that tells what it is: 0 for nothing.
    private func evidenceBehind(_ end: Int, before limit: Int) -> UInt64 {
        let after = prose.tokens[end]
        if after.kind == .openBracket, end + 2 < limit, prose.tokens[end + 2].kind == .closeBracket {
            return prose.tokens[end + 1].shape == .capitals ? 1 : prose.tokens[end + 1].kind == .number ? 2 : 3
        }
        guard after.kind == .comma, end + 1 < limit else { return 0 }
        let next = prose.tokens[end + 1]
        // Maria Lopez, 27, …
        if next.kind == .number {
            return next.end - next.start <= 2 && end + 2 < limit && prose.tokens[end + 2].kind == .comma ? 4 : 5
        }
        if opensRole(end + 1, before: limit) { return 6 }
        if let match = matches.names[end + 1] {
            let isClosed = match.end >= limit || prose.tokens[match.end].kind == .comma || prose.tokens[match.end].endsSentence
            let isGeographic = facts.phrases.term(at: match.node) { $0 == .country || $0 == .region } != nil
            return (isGeographic ? 7 : 9) + (isClosed ? 1 : 0)
        }
        return 0
    }

    /// "…, a senior analyst at X": an article or nothing, then a role within five words.
    private func opensRole(_ at: Int, before limit: Int) -> Bool {
        for next in at..<min(at + 6, limit) {
            let token = prose.tokens[next]
            if token.kind != .word && token.kind != .possessive { return false }
            if token.isSmallWord, let match = matches.roles[next],
                facts.phrases.terms(at: match.node).contains(where: {
                    $0.kind == .role && $0.notes.isDisjoint(with: [.honorific, .modifier])
                })
            {
                return true
            }
            if token.traits.has([.preposition, .cue, .auxiliary, .pronoun, .conjunction]) { return false }
        }
        return false
    }

    private func partCode(_ token: Int) -> Int {
        switch prose.article.paragraphs[Int(prose.tokens[token].paragraph)].part {
        case .headline: 1
        case .standfirst, .body: 2
        case .byline, .credits: 3
        case .heading: 4
        case .listEntry: 5
        case .blockQuote, .caption, .furniture: 6
        }
    }

    /// What sort of word stands at a token: its part of speech as far as the closed classes tell.
    private func sort(_ at: Int) -> UInt64 {
        let token = prose.tokens[at]
        guard token.kind == .word else { return UInt64(token.kind.rawValue) + 32 }
        if token.isCapitalised { return matches.names[at] != nil ? 3 : token.traits.has(.forename) ? 2 : 1 }
        let traits = token.traits
        if traits.has(.cue) { return traits.has(.finiteCue) ? 4 : 5 }
        if matches.roles[at] != nil { return 6 }
        if traits.has(.determiner) { return 7 }
        if traits.has(.possessive) { return 8 }
        if traits.has(.pronoun) { return 9 }
        if traits.has(.relative) { return 10 }
        if traits.has(.auxiliary) { return 11 }
        if traits.has(.preposition) { return 12 }
        if traits.has(.conjunction) { return 13 }
        if traits.has(.adverb) { return 14 }
        if traits.has(.date) { return 15 }
        return traits.has(.common) ? 16 : 17
    }
}

/// Collects features as hashes of a template's number and a value.
private struct FeatureSink {
    var features: [UInt32]

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64) {
        var hash = (value ^ template &* 0xd6e8_feb8_6659_fd93) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
        features.append(UInt32(truncatingIfNeeded: (hash &* 0xbf58_476d_1ce4_e5b9) >> 32))
    }
}

package func nameLattice(of article: Article) -> NameLattice {
    let facts = Facts.standard
    let prose = Prose(article, facts)
    let matches = PhraseMatches(prose, facts)
    var cutter = NameCutter(prose: prose, facts: facts, matches: matches)
    let stretches = cutter.cut()
    return NameLattice(prose, facts, matches, stretches)
}
