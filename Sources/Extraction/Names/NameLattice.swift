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
    let features: NameFeatures
    private let cutter: NameRuns

    init(_ prose: Prose, _ facts: Facts, _ matches: PhraseMatches, _ stretches: [NamedStretch]) {
        self.prose = prose
        features = NameFeatures(prose, facts, matches, stretches)
        cutter = NameRuns(prose: prose)
        runs = cutter.all()
    }

    /// The lattice of a story that is read for this alone.
    package init(_ article: Article) {
        let facts = Facts.standard
        let prose = Prose(article, facts)
        let matches = PhraseMatches(prose, facts)
        var cutter = NameCutter(prose: prose, facts: facts, matches: matches)
        self.init(prose, facts, matches, cutter.cut())
    }

    /// Where tokens stand, in UTF-8 offsets of the story's text.
    package func span(_ tokens: Range<Int>) -> TextSpan { prose.span(tokens) }

    /// Calls `body` with every segment that a run may be cut into, in order of their start.
    package func segments(of run: Range<Int>, _ body: (Range<Int>) -> Void) { cutter.segments(of: run, body) }

    /// The features of a segment, as hashes.
    package func features(of segment: Range<Int>) -> [UInt32] {
        var sink = FeatureList()
        features.addOpening(segment.lowerBound, to: &sink)
        features.addClosing(segment.upperBound - 1, to: &sink)
        for at in segment { features.addWord(at, to: &sink) }
        features.addWhole(segment, to: &sink)
        return sink.features
    }

    /// Whether the rules take a token for part of what a person is: President, Mr.
    package func isPartOfRole(_ at: Int) -> Bool { features.isRole[at] }

    /// Whether a token at the edge of a marked name is no part of it here: "the", "’s".
    package func isOutsideNames(_ at: Int, of span: TextSpan) -> Bool {
        let token = prose.tokens[at]
        return token.kind == .possessive && Int(token.end) == span.end
            || token.traits.has(.determiner) && Int(token.start) == span.start && token.end - token.start == 3
    }
}
