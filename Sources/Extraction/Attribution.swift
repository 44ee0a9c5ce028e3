import News

/// How a quotation came by its speaker, surest first.
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
    /// Goes on in the same paragraph.
    case sameParagraph
    /// Goes on from the paragraph before.
    case paragraphBefore
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
}

/// How many tokens away evidence is looked for: farther than any sentence of prose reaches, and short enough that a
/// hostile text costs no more than its length.
enum Reach {
    static let window = 240
    static let antecedent = 1_500
    static let entities = 400
}

/// Finds who said each quoted run. Sieves in order, the surest first; what none of them catches stays unattributed.
struct Attributor {
    let prose: Prose
    let names: Names
    let runs: [QuotedRun]
    let clauses: ClauseReader
    private var attributions: [Attribution?]
    private let beside: BesideQuotation
    private var antecedents: Antecedents

    init(prose: Prose, names: Names, runs: [QuotedRun], clauses: ClauseReader) {
        self.prose = prose
        self.names = names
        self.runs = runs
        self.clauses = clauses
        attributions = Array(repeating: nil, count: runs.count)
        beside = BesideQuotation(prose: prose, names: names, runs: runs, clauses: clauses)
        antecedents = Antecedents(prose: prose, names: names, clauses: clauses)
    }

    mutating func attribute() -> [Attribution?] {
        for index in runs.indices {
            attributions[index] = beside.attribution(of: index)
            if attributions[index] == nil { attributions[index] = carried(to: index) }
            resolve(index)
        }
        for index in runs.indices.reversed() where attributions[index] == nil {
            attributions[index] = takenFromNext(index)
        }
        return attributions
    }

    // MARK: Carried over

    private func carried(to index: Int) -> Attribution? {
        let run = runs[index]
        guard index > 0 else { return fromStatementBefore(index) }
        let previous = runs[index - 1]
        if run.continues, let before = attributions[index - 1] { return carry(before, .runOn) }
        let paragraph = prose.tokens[run.outside.lowerBound].paragraph
        if prose.tokens[previous.outside.lowerBound].paragraph == paragraph {
            guard let before = attributions[index - 1] else { return nil }
            let isNear = run.outside.lowerBound - previous.outside.upperBound < 60
            return isNear
                && !introducesAnother(previous.outside.upperBound..<run.outside.lowerBound, than: before.entity)
                ? carry(before, .sameParagraph) : nil
        }
        return fromParagraphBefore(index) ?? fromStatementBefore(index)
    }

    private func carry(_ before: Attribution, _ rule: AttributionRule) -> Attribution {
        Attribution(subject: before.subject, cue: nil, rule: rule, entity: before.entity)
    }

    /// Whether words between two quotations bring in another person as a subject.
    private func introducesAnother(_ range: Range<Int>, than entity: Int?) -> Bool {
        for at in range where !clauses.isQuoted[at] {
            if let other = names.entity(at: at), names.entities[other].kind == .person, other != entity,
                prose.isFirstInSentence(at)
            {
                return true
            }
        }
        return false
    }

    /// A paragraph that is all quotation, after one that ended with somebody's quotation.
    private func fromParagraphBefore(_ index: Int) -> Attribution? {
        let run = runs[index]
        let paragraph = Int(prose.tokens[run.outside.lowerBound].paragraph)
        guard run.outside.lowerBound == prose.paragraphs[paragraph].lowerBound else { return nil }
        let previous = runs[index - 1]
        guard let before = attributions[index - 1],
            Int(prose.tokens[previous.outside.lowerBound].paragraph) == paragraphBefore(paragraph)
        else { return nil }
        let rest =
            previous.outside
            .upperBound..<prose.paragraphs[Int(prose.tokens[previous.outside.lowerBound].paragraph)].upperBound
        return introducesAnother(rest, than: before.entity) ? nil : carry(before, .paragraphBefore)
    }

    private func paragraphBefore(_ paragraph: Int) -> Int {
        var before = paragraph - 1
        while before >= 0, prose.paragraphs[before].isEmpty || !prose.article.paragraphs[before].part.isBody {
            before -= 1
        }
        return before
    }

    /// "X said Y." and then a paragraph that is all quotation.
    private func fromStatementBefore(_ index: Int) -> Attribution? {
        let run = runs[index]
        let paragraph = Int(prose.tokens[run.outside.lowerBound].paragraph)
        let start = prose.paragraphs[paragraph].lowerBound
        var sentence: Range<Int>
        if run.outside.lowerBound == start {
            let before = paragraphBefore(paragraph)
            guard before >= 0, let last = prose.paragraphs[before].last else { return nil }
            sentence = prose.sentence(of: last)
        } else {
            guard prose.sentence(of: run.outside.lowerBound).lowerBound == run.outside.lowerBound else { return nil }
            sentence = prose.sentence(of: run.outside.lowerBound - 1)
        }
        if sentence.allSatisfy({ clauses.isQuoted[$0] }) { return nil }
        for at in sentence where !clauses.isQuoted[at] && clauses.isFiniteCue(at, after: sentence.lowerBound) {
            guard let subject = clauses.subject(before: at, from: sentence.lowerBound) else { continue }
            return Attribution(subject: subject, cue: nil, rule: .paragraphBefore)
        }
        // No cue: who the sentence is about.
        guard let subject = beside.opening(of: sentence) else { return nil }
        switch subject.kind {
        case .entity(let entity):
            return names.entities[entity].kind == .person
                ? Attribution(subject: subject, cue: nil, rule: .paragraphBefore) : nil
        case .pronoun: return Attribution(subject: subject, cue: nil, rule: .paragraphBefore)
        case .described: return nil
        }
    }

    /// “A.” “B,” he said.
    private func takenFromNext(_ index: Int) -> Attribution? {
        guard index + 1 < runs.count, let next = attributions[index + 1],
            next.rule == .cueAfter || next.rule == .cueBefore
        else { return nil }
        let between = runs[index].outside.upperBound..<runs[index + 1].outside.lowerBound
        guard
            prose.tokens[runs[index].outside.lowerBound].paragraph
                == prose.tokens[runs[index + 1].outside.lowerBound].paragraph,
            between.count < 40, !introducesAnother(between, than: next.entity)
        else { return nil }
        return carry(next, .sameParagraph)
    }

    private mutating func resolve(_ index: Int) {
        guard let attribution = attributions[index], attribution.entity == nil, let subject = attribution.subject else {
            return
        }
        attributions[index]?.entity = antecedents.entity(of: subject)
    }
}
