/// One who may have said a quotation, with all that speaks for and against it.
struct SpeakerCandidate {
    var attribution: Attribution
    var clues: Clues

    /// Nobody is named who has no more: a guess shown as a fact is worse than no name.
    static let least = 20

    /// In hundredths.
    var score: Int { clues.weight }
}

/// What is asked of a candidate. None asks for a word: who stands where, and what kind of thing it is.
enum Clue: UInt8, CaseIterable, Sendable {
    // How it was found.
    /// “…,” X said.
    case cueBehind
    /// X said: “…”
    case cueRightBefore
    /// X said the plan was “…”.
    case cueBefore
    /// “…” is what we need, X said.
    case cueAtEnd
    case accordingTo
    /// X handed him a note against “…”.
    case speechNoun
    /// X's claim that “…”
    case possessor
    /// X: “…”, and “…” – X.
    case label
    /// X opens the sentence, and nothing in it reports.
    case opensSentence
    case sameParagraph
    case paragraphBefore
    /// X said Y. “…”
    case statementBefore
    /// X did Y. “…”
    case sentenceBefore
    case quotationBehind
    case runsOn

    // Who it is.
    case person, organisation, place, heOrShe, theyOrIt, who, described
    /// A person of two names and more.
    case fullName
    /// A description with a role or an organisation's noun in it.
    case roleInDescription
    case lastSpeaker

    // The cue.
    case weakCue, gerundCue
    /// "with X saying", "of X saying".
    case absolute
    /// "X was described as".
    case passive
    /// Nothing is reported behind it but the quotation: “…” X wrote on Monday.
    case cueEndsSentence
    case inverted
    /// Between the cue and its subject stand other words.
    case apartFromSubject
    /// The subject is another verb's, or opens the sentence.
    case sharedSubject
    /// No cue stands nearer to the quotation on this side.
    case nearest
    /// No cue stands before it in its sentence.
    case firstInSentence
    /// Its subject stands behind "that", "which", "as" or "because".
    case insideClause
    case subjectOpensSentence

    // The way between.
    case colon
    /// “…?” X asked.
    case acrossQuestion
    /// “….” X said.
    case acrossPeriod
    case that
    /// The quotation ends in a comma or a question mark, and so leads on.
    case leadsOn
    case quotationBetween
    case beyondTwelve
    case beyondThirty

    // The quotation.
    /// It begins in a small letter.
    case fragment
    case opensParagraph
    case wholeParagraph

    // For what is carried over.
    case anotherIntroduced
    /// The quotation before ends its paragraph.
    case nothingBetween
    /// A paragraph without quotations stands between.
    case paragraphBetween
    case carriedBefore
    /// Something of the sentence before stands between.
    case wordsBetween

    // Together.
    case fragmentBehindColon, fragmentCarried, fragmentBehindCue, describedBehindCue, weakBehind
    case behindLeadingOn, organisationCarried, sentenceEndsBefore
    /// The quotation stands in the cue's own clause, and what comes before in another.
    case ownClause
    /// The paragraph has gone over to it from who spoke before.
    case goneOver
    /// "I", "we", and in an interview "you".
    case speaking
}

/// A set of clues.
struct Clues: Sendable {
    /// Of the first 64 clues, and of the rest.
    private(set) var bits: (UInt64, UInt64) = (0, 0)

    init(_ clues: Clue...) { for clue in clues { insert(clue) } }

    var all: [Clue] { Clue.allCases.filter(has) }

    func has(_ clue: Clue) -> Bool {
        let bit: UInt64 = 1 << UInt64(clue.rawValue & 63)
        return (clue.rawValue < 64 ? bits.0 : bits.1) & bit != 0
    }

    mutating func insert(_ clue: Clue, if holds: Bool = true) {
        guard holds else { return }
        let bit: UInt64 = 1 << UInt64(clue.rawValue & 63)
        if clue.rawValue < 64 { bits.0 |= bit } else { bits.1 |= bit }
    }
}
