/// A word, number or sign of a text.
struct Token: Sendable {
    /// UTF-8 offsets in the text.
    let start: Int32
    let end: Int32
    let key: WordKey
    /// Empty until `Prose` has asked the tables.
    var traits: WordTraits
    let kind: Kind
    let shape: Shape
    /// What stands between this token and the one before it.
    let gap: Gap
    /// Index in `Article.paragraphs`.
    let paragraph: Int32

    enum Kind: UInt8, Sendable {
        case word, number
        /// ’s or a bare ’ after a word.
        case possessive
        case comma, period, question, colon, semicolon, dash, openBracket, closeBracket
        /// “ ” " « » and the like, or a single quotation mark.
        case mark
        case other
    }

    enum Shape: UInt8, Sendable {
        /// No letters, or letters of a script without capitals.
        case none
        case small
        /// One capital and small letters: Maria.
        case capital
        /// A single capital, with or without a dot: J.
        case initial
        /// Two or more letters, all capitals: NATO, U.S.
        case capitals
        /// Capitals inside: McCain, iPhone.
        case mixed
    }

    enum Gap: UInt8, Sendable { case none, hyphen, blank, line }

    var span: (start: Int, end: Int) { (Int(start), Int(end)) }

    /// Whether it may be part of a name by its letters alone.
    var isCapitalised: Bool {
        kind == .word && (shape == .capital || shape == .initial || shape == .capitals || shape == .mixed)
    }
    var isSmallWord: Bool { kind == .word && shape == .small }
    var endsSentence: Bool { kind == .period || kind == .question }
}
