import News

/// How a quotation came by its speaker.
enum AttributionRule: Sendable {
    /// “…,” X said. / “…,” said X.
    case cueAfter
    /// X said: “…” / X said “…”
    case cueBefore
    /// According to X, “…”
    case accordingTo
    /// X said the plan was “…”: the quoted words stand within a reported sentence.
    case reportedSentence
    /// The sentence handles something said, and its subject is who said it: "handed him a note against “…”".
    case sentenceSubject
    /// The sentence only leads to the quotation: "Kaine has a stance of his own: “…”".
    case sentenceOpening
    /// X: “…”
    case label
    /// Goes on in the same paragraph.
    case sameParagraph
    /// Goes on from the paragraph before.
    case paragraphBefore
    /// X said Y. “…”
    case statementBefore
    /// Runs on from a quotation left open.
    case runOn
}

struct Attribution {
    var subject: Subject?
    /// The tokens of the cue; nil for what is carried over.
    var cue: Range<Int>?
    var rule: AttributionRule
    /// Index in `Names.entities`; nil when the speaker has no name in the story.
    var entity: Int?
    /// For pronouns and descriptions, what they take up.
    var antecedent: Antecedent?
}

/// How many tokens away evidence is looked for: farther than any sentence of prose reaches, and short enough that a
/// hostile text costs no more than its length.
enum Reach {
    static let window = 240
    static let antecedent = 1_500
    static let entities = 400
    static let candidates = 6
}

/// Finds who said each quoted run: gathers who may have, weighs the clues, and takes the best that is likely enough.
/// What nobody likely said stays unattributed.
struct Attributor {
    let prose: Prose
    let runs: [QuotedRun]
    private var attributions: [Attribution?]
    private let beside: BesideQuotation
    private let carried: CarriedOver
    private var antecedents: Antecedents
    /// For each run, everyone who may have said it; kept only for explanations.
    private(set) var considered: [[SpeakerCandidate]] = []
    private let isExplained: Bool

    init(prose: Prose, names: Names, runs: [QuotedRun], clauses: ClauseReader, isExplained: Bool = false) {
        self.isExplained = isExplained
        self.prose = prose
        self.runs = runs
        attributions = Array(repeating: nil, count: runs.count)
        beside = BesideQuotation(prose: prose, names: names, runs: runs, clauses: clauses)
        carried = CarriedOver(prose: prose, names: names, runs: runs, clauses: clauses, beside: beside)
        antecedents = Antecedents(prose: prose, names: names, clauses: clauses)
    }

    mutating func attribute() -> [Attribution?] {
        var besideNext = runs.isEmpty ? [] : beside.candidates(of: 0)
        for index in runs.indices {
            var candidates = besideNext
            besideNext = index + 1 < runs.count ? beside.candidates(of: index + 1) : []
            candidates += carried.candidates(of: index, after: attributions, before: best(of: besideNext)?.attribution)
            for place in candidates.indices { resolve(&candidates[place], index) }
            attributions[index] = best(of: candidates)?.attribution
            if isExplained { considered.append(candidates) }
        }
        return attributions
    }

    /// The likeliest; the first found where two are equal.
    private func best(of candidates: [SpeakerCandidate]) -> SpeakerCandidate? {
        var best: SpeakerCandidate?
        for candidate in candidates where candidate.score > best?.score ?? SpeakerCandidate.least { best = candidate }
        return best
    }

    private mutating func resolve(_ candidate: inout SpeakerCandidate, _ index: Int) {
        let before = index > 0 ? attributions[index - 1]?.entity : nil
        if candidate.attribution.entity == nil, let subject = candidate.attribution.subject {
            if case .entity(let entity) = subject.kind {
                candidate.attribution.entity = entity
            } else {
                candidate.attribution.antecedent = antecedents.antecedent(of: subject, lastSpeaker: before)
                candidate.attribution.entity = candidate.attribution.antecedent?.entity
            }
        }
        guard let before else { return }
        candidate.clues.insert(.lastSpeaker, if: before == candidate.attribution.entity)
    }
}
