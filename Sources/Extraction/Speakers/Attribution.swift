import News

/// How a quotation came by its speaker; the raw value says it in plain English.
package enum AttributionRule: String, Hashable, Sendable, CaseIterable {
    /// “…,” X said. / “…,” said X.
    case cueAfter = "a verb of saying behind the quotation"
    /// X said: “…” / X said “…”
    case cueBefore = "a verb of saying right before the quotation"
    /// According to X, “…”
    case accordingTo = "according to somebody"
    /// X said the plan was “…”: the quoted words stand within a reported sentence.
    case reportedSentence = "a verb of saying in the sentence around it"
    /// The sentence handles something said, and its subject is who said it: "handed him a note against “…”".
    case sentenceSubject = "something said in the sentence around it: a note, a claim"
    /// The sentence only leads to the quotation: "Kaine has a stance of his own: “…”".
    case sentenceOpening = "the sentence around it begins with somebody"
    /// X: “…”
    case label = "a name set before the quotation or under it"
    /// Goes on in the same paragraph.
    case sameParagraph = "goes on in the same paragraph"
    /// Goes on from the paragraph before.
    case paragraphBefore = "goes on from the paragraph before"
    /// X said Y. “…”
    case statementBefore = "follows what somebody says in the sentence before"
    /// Runs on from a quotation left open.
    case runOn = "runs on from a quotation left open"

    /// Whether nothing beside the quotation names its speaker.
    var isCarriedOver: Bool {
        switch self {
        case .sameParagraph, .paragraphBefore, .statementBefore, .runOn: true
        case .cueAfter, .cueBefore, .accordingTo, .reportedSentence, .sentenceSubject, .sentenceOpening, .label: false
        }
    }
}

struct Attribution {
    var subject: Subject?
    /// The tokens of the cue; nil for what is carried over.
    var cue: Range<Int>?
    var rule: AttributionRule
    /// Index in `Names.entities`; nil when the speaker has no name in the story.
    var entity: Int?
    /// For pronouns of somebody whom the story does not name, the words that describe them.
    var described: Range<Int>?
    /// For pronouns and descriptions, what they take up.
    var antecedent: Antecedent?
    /// The run whose speaker is carried over, as an index in the story's runs.
    var continues: Int?
}

/// How many tokens away evidence is looked for: farther than any sentence of prose reaches, and short enough that a
/// hostile text costs no more than its length.
enum Reach {
    static let window = 240
    static let antecedent = 1_500
    static let entities = 400
    /// Verbs of saying on a side of a quotation, and verbs before one that may share its subject.
    static let candidates = 6
}

/// Finds who said each quoted run: gathers who may have, weighs the clues, and takes the best that is likely enough.
/// What nobody likely said stays unattributed.
struct Attributor {
    let prose: Prose
    let runs: [QuotedRun]
    private let names: Names
    private var attributions: [Attribution?]
    private let beside: BesideQuotation
    private let carried: CarriedOver
    private var antecedents: Antecedents
    private let turns: Turns
    /// For each run, everyone who may have said it; kept only for explanations.
    private(set) var considered: [[SpeakerCandidate]] = []
    private let keepsCandidates: Bool

    init(prose: Prose, names: Names, runs: [QuotedRun], clauses: ClauseReader, keepsCandidates: Bool = false) {
        self.keepsCandidates = keepsCandidates
        self.prose = prose
        self.names = names
        self.runs = runs
        attributions = Array(repeating: nil, count: runs.count)
        turns = runs.isEmpty ? Turns(prose: prose) : Turns(prose: prose, names: names, isQuoted: clauses.isQuoted)
        beside = BesideQuotation(prose: prose, names: names, runs: runs, clauses: clauses, turns: turns)
        carried = CarriedOver(prose: prose, names: names, runs: runs, clauses: clauses, beside: beside, turns: turns)
        antecedents = Antecedents(prose: prose, names: names, clauses: clauses, beside: beside, turns: turns)
    }

    mutating func attribute() -> [Attribution?] {
        var besideNext = runs.isEmpty ? [] : candidatesBeside(0)
        for index in runs.indices {
            var candidates = besideNext
            besideNext = index + 1 < runs.count ? candidatesBeside(index + 1) : []
            // "Russia has called it “destructive”": a fragment with its own cue right before it carries nothing on.
            if !candidates.contains(where: {
                $0.clues.has(.fragment) && $0.clues.has(.cueRightBefore) || $0.attribution.rule == .accordingTo
                    || $0.clues.has(.ownClause)
            }) {
                candidates += carried.candidates(
                    of: index, after: attributions, before: best(of: besideNext)?.attribution)
            }
            for place in candidates.indices { resolve(&candidates[place], index) }
            attributions[index] = best(of: candidates)?.attribution
            if keepsCandidates { considered.append(candidates) }
        }
        return attributions
    }

    private func candidatesBeside(_ index: Int) -> [SpeakerCandidate] {
        var found = beside.candidates(of: index)
        turns.leaveToSpeech(&found, at: runs[index].outside.lowerBound)
        return found
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
            } else if case .pronoun(let token) = subject.kind, prose.tokens[token].traits.has(.speaking) {
                candidate.attribution.entity = turns.person(saying: token)
            } else {
                candidate.attribution.antecedent = antecedents.antecedent(of: subject, lastSpeaker: before)
                // "According to the mayor, Ana Ruiz drove": she is not the mayor.
                if candidate.attribution.rule == .accordingTo, let found = candidate.attribution.antecedent,
                    subject.words.upperBound + 1 < prose.tokens.count,
                    names.entityOf[subject.words.upperBound + 1] == Int32(found.entity)
                {
                    candidate.attribution.antecedent = nil
                }
                candidate.attribution.entity = candidate.attribution.antecedent?.entity
                if case .pronoun(let token) = subject.kind, candidate.attribution.entity == nil {
                    candidate.attribution.described = antecedents.described[token]
                }
            }
        }
        guard let before else { return }
        candidate.clues.insert(.lastSpeaker, if: before == candidate.attribution.entity)
    }
}
