/// A stretch of words that names somebody or something, as it is cut from a run of capitalised words.
struct NamedStretch {
    let tokens: Range<Int>
    /// The words before it that say what a person is: "NATO Secretary General".
    var role: Range<Int>?
    var hasHonorific = false
    var gender = Gender.unknown
    /// The phrase of the tables that it is, whole.
    var match: PhraseMatches.Match?
    /// Cut as an adjective or people's name: Russian, Danes.
    var isDemonym = false
    /// A role's word that may be a surname too ("Baron sold it"): a name only where somebody bears it.
    var isMaybeName = false
}
