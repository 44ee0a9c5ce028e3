import News

/// Countries' names in scripts other than Latin: a trie over letters, as some of them write no blanks between words.
///
/// Built when the first word of such a script is met, so that other texts pay nothing for it.
struct ScriptNames: Sendable {
    static let standard = ScriptNames(Facts.standard)

    /// The "words" of this table are single letters.
    private var names = PhraseTable()
    /// What Korean and languages of India write on to a name: 미국은, ভারতের.
    private var particles = PhraseTable()

    private init(_ facts: Facts) {
        for row in FactTable("country-names") where !Self.isLatin(row[0]) {
            let letters = row[0].scalars.map { WordKey(Self.folded($0.value)) }
            // Tamil and Telugu drop the last sign of a name before an ending.
            let stem = letters.last.map { Self.isVirama(UInt32($0)) } == true ? Array(letters.dropLast()) : letters
            let country = facts.indexOfCountry[row[1].text] ?? -1
            let kind: Term.Kind = row[3] == "blocked" ? .blocker : row[3] == "people" ? .demonym : .country
            names.add(stem, Term(kind: kind, country: country))
        }
        for row in FactTable("place-context") where row[1] == "particle" {
            particles.add(row[0].scalars.map { WordKey($0.value) }, Term(kind: .place))
        }
    }

    /// Whether a name is written in Latin letters, and so is in the phrase table.
    static func isLatin(_ name: FactTable.Field) -> Bool { name.withBytes { !mayBegin($0[0]) } }

    /// Whether a word that begins with this byte of UTF-8 may be of another script: U+0400 and beyond, but U+1000
    /// to U+2FFF, where Vietnamese has its letters and all have their marks.
    @inline(__always)
    static func mayBegin(_ byte: UInt8) -> Bool { byte >= 0xD0 && byte != 0xE1 && byte != 0xE2 }

    /// The countries named in one token. A name of several words may go on behind it, up to `limit`.
    func names(in token: (start: Int, end: Int), of bytes: [UInt8], limit: Int, _ facts: Facts) -> [(
        span: TextSpan, country: Int16
    )] {
        bytes.withUnsafeBufferPointer { bytes in
            let script = Script(decodedScalar(bytes.span, token.start).0)
            var found: [(span: TextSpan, country: Int16)] = []
            var at = token.start
            while at < token.end {
                let start = at
                guard let match = longest(from: at, in: bytes, token, limit, script) else {
                    guard script == .unspaced else { break }
                    at += decodedScalar(bytes.span, at).1
                    continue
                }
                if match.country >= 0 { found.append((TextSpan(start, match.end), match.country)) }
                at = match.end
                if script != .unspaced { break }
            }
            return found
        }
    }

    // MARK: Matching

    private enum Script {
        case cyrillic, arabic, indic, hangul
        /// Chinese and Japanese.
        case unspaced
        case other

        init(_ scalar: UInt32) {
            switch scalar {
            case 0x400...0x52F: self = .cyrillic
            case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: self = .arabic
            case 0x900...0xDFF: self = .indic
            case 0x1100...0x11FF, 0xAC00...0xD7FF: self = .hangul
            case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF: self = .unspaced
            default: self = .other
            }
        }
    }

    private struct Match {
        let end: Int
        let country: Int16
    }

    private func longest(
        from at: Int, in bytes: UnsafeBufferPointer<UInt8>, _ token: (start: Int, end: Int), _ limit: Int,
        _ script: Script
    ) -> Match? {
        switch script {
        case .arabic: arabic(from: at, in: bytes, limit)
        case .other: nil
        case .cyrillic, .indic, .hangul, .unspaced:
            walk(from: at, in: bytes, limit, after: []) { end, length, kind in
                switch script {
                case .cyrillic:
                    (kind == .demonym
                        || Self.folded(decodedScalar(bytes.span, at).0) != decodedScalar(bytes.span, at).0)
                        && Self.isWordEnd(end, bytes, limit)
                case .indic:
                    // Case endings are written on to names; short names may open other words.
                    length >= Self.longIndicName || endsInParticles(end, bytes, limit)
                case .hangul: endsInParticles(end, bytes, limit)
                case .unspaced: !Self.isInsideKatakana(at, end, bytes, token)
                case .arabic, .other: true
                }
            }
        }
    }

    /// The name with "and", "in", "to", "as" written before it, and with the article that "to" swallows half of.
    private func arabic(from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Match? {
        var at = start
        for _ in 0..<3 {
            if let match = walk(
                from: at, in: bytes, limit, after: [], { end, _, _ in Self.isWordEnd(end, bytes, limit) })
            {
                return match
            }
            guard at < limit else { return nil }
            let (first, width) = decodedScalar(bytes.span, at)
            guard Self.arabicPrefixes.contains(first), at + width < limit else { return nil }
            let (second, secondWidth) = decodedScalar(bytes.span, at + width)
            if first == Self.lam, second == Self.lam {
                return walk(
                    from: at + width + secondWidth, in: bytes, limit, after: [Self.alif, Self.lam]
                ) { end, _, _ in Self.isWordEnd(end, bytes, limit) }
            }
            at += width
        }
        return nil
    }

    /// The longest name from an offset whose end is accepted.
    ///
    /// - Parameter after: letters taken as read before the text's.
    /// - Parameter accepts: is handed the end, the length in letters and the kind.
    private func walk(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ limit: Int, after opening: [UInt32],
        _ accepts: (Int, Int, Term.Kind) -> Bool
    ) -> Match? {
        var prefix: WordKey = 0
        var node: Int?
        for letter in opening {
            node = names.step(&prefix, WordKey(letter))
            if node == nil { return nil }
        }
        var best: Match?
        var at = start
        var length = opening.count
        while at < limit {
            let (scalar, width) = decodedScalar(bytes.span, at)
            guard let next = names.step(&prefix, WordKey(Self.folded(scalar))) else { break }
            at += width
            length += 1
            if let term = names.term(at: next, where: { _ in true }), accepts(at, length, term.kind) {
                best = Match(end: at, country: term.kind == .blocker ? -1 : term.country)
            }
        }
        return best
    }

    private func endsInParticles(_ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Bool {
        var at = end
        for _ in 0..<3 where !Self.isWordEnd(at, bytes, limit) {
            var prefix: WordKey = 0
            var inside = at
            var last: Int?
            while inside < limit {
                let (scalar, width) = decodedScalar(bytes.span, inside)
                guard let node = particles.step(&prefix, WordKey(scalar)) else { break }
                inside += width
                if particles.hasTerms(node) { last = inside }
            }
            guard let last else { return false }
            at = last
        }
        return Self.isWordEnd(at, bytes, limit)
    }

    // MARK: Letters

    /// Cyrillic capitals made small; the several blanks made one.
    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x410...0x42F: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x490: 0x491
        case 0xA0, 0x200C: 0x20
        default: scalar
        }
    }

    private static func isWordEnd(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Bool {
        guard at < limit else { return true }
        let scalar = decodedScalar(bytes.span, at).0
        switch scalar {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0xC0...0x60B, 0x620...0x669, 0x66E...0x6D3, 0x6D5...0x963,
            0x966...0x1FFF,
            0x3040...0xABFF, 0xAC00...0xD7FF:
            return false
        default:
            return true
        }
    }

    /// "マリ" is Mali by itself, and not in "サマリア".
    private static func isInsideKatakana(
        _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ token: (start: Int, end: Int)
    ) -> Bool {
        func isKatakana(_ at: Int) -> Bool {
            at >= token.start && at < token.end && (0x30A1...0x30FC).contains(decodedScalar(bytes.span, at).0)
        }
        guard isKatakana(start) else { return false }
        // Letters of these scripts take three bytes.
        return isKatakana(end) || start - 3 >= token.start && isKatakana(start - 3)
    }

    private static func isVirama(_ scalar: UInt32) -> Bool { scalar == 0xBCD || scalar == 0xC4D }

    /// In letters and signs.
    private static let longIndicName = 5
    private static let alif: UInt32 = 0x627
    private static let lam: UInt32 = 0x644
    /// And, then; in; to; as.
    private static let arabicPrefixes: Set<UInt32> = [0x648, 0x641, 0x628, 0x644, 0x643]
}
