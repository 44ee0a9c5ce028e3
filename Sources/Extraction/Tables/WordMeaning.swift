/// What a kind of row says of its words, in `function-words.tsv` and in the files of `languages/`.
struct WordMeaning {
    let traits: WordTraits
    /// What they are as a phrase of the tables, too.
    private(set) var term: Term?
    /// Whether longer words may end in them: Verkehrsministerin.
    private(set) var isEnding = false

    /// - Parameter kind: the first field of a row; nil when there is no such kind.
    init?(kind: String) {
        switch kind {
        case "determiner": traits = .determiner
        case "possessive": traits = .possessive
        case "male": traits = .male
        case "female": traits = .female
        case "plural": traits = .plural
        case "neuter": traits = .neuter
        case "object": traits = .object
        case "speaking": traits = .speaking
        case "relative": traits = .relative
        case "preposition": traits = .preposition
        case "linking": traits = [.linking, .preposition]
        case "genitive": traits = .linking
        case "conjunction": traits = .conjunction
        case "clause": traits = .clauseOpener
        case "auxiliary": traits = .auxiliary
        case "adverb": traits = .adverb
        case "date": traits = .date
        case "common": traits = .common
        case "outlet": traits = .outletWord
        case "naming": traits = .namingWord
        case "language": traits = .languageWord
        case "speaking-of": traits = .languageOpener
        case "plural-noun": traits = .pluralNoun
        case "collective": traits = .collective
        case "receiving": traits = .receiving
        case "time-noun": traits = .timeNoun
        case "indefinite": traits = .indefinite
        case "inscribed": traits = .inscribed
        case "affiliate": traits = .affiliate
        case "document": traits = .document
        case "past-verb": traits = .pastVerb
        case "talking": traits = .talking
        case "organisation-noun": traits = .organisationNoun
        case "office-modifier": traits = .officeModifier
        case "role-qualifier": traits = .roleQualifier
        case "rank-or-adjective": traits = .rankOrAdjective
        case "style-noun": traits = .styleNoun
        case "befalls-people": traits = .befallsPeople
        case "ship-prefix": traits = .shipPrefix
        case "storm": traits = .stormWord
        case "thing": traits = .thingWord
        case "game": traits = .gameWord
        case "firm-verb": traits = .firmVerb
        case "regional": traits = .regional
        case "postnominal": traits = .postnominal
        case "particle": traits = .particle
        case "generation": traits = .generation
        case "abbreviation": traits = .abbreviation
        case "elision": traits = .elided
        case "forename-f": traits = .femaleForename
        case "forename-m": traits = .maleForename
        case "surname": traits = .surname
        case "organisation": traits = .organisationWord
        case "cue": traits = [.cue, .finiteCue]
        case "participle": traits = .cue
        case "weak-cue": traits = [.weakCue, .finiteCue]
        case "addressing": traits = .addressing
        case "speech-noun": traits = .speechNoun
        case "source": (traits, term) = ([], Term(kind: .cuePhrase, notes: .source))
        case "source-after-comma": (traits, term) = ([], Term(kind: .cuePhrase, notes: [.source, .afterComma]))
        case "honorific": (traits, term) = (.honorific, Term(kind: .role, notes: .honorific))
        case "honorific-f": (traits, term) = (.honorific, Term(kind: .role, notes: [.honorific, .female]))
        case "honorific-m": (traits, term) = (.honorific, Term(kind: .role, notes: [.honorific, .male]))
        case "role-ending-f": (traits, term, isEnding) = (.role, Term(kind: .role, notes: .female), true)
        case "role-ending-m": (traits, term, isEnding) = (.role, Term(kind: .role, notes: .male), true)
        case "modifier": (traits, term) = (.roleModifier, Term(kind: .role, notes: .modifier))
        case "role": (traits, term) = (.role, Term(kind: .role))
        case "role-f": (traits, term) = (.role, Term(kind: .role, notes: .female))
        case "role-m": (traits, term) = (.role, Term(kind: .role, notes: .male))
        default: return nil
        }
    }
}
