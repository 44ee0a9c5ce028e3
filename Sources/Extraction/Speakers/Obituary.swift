import News

/// Recognises a story about somebody who has died.
struct Obituary {
    let prose: Prose
    let names: Names
    let isQuoted: [Bool]

    /// Who has died, as an index in `Names.entities`: of whom the headline or the first sentences say so, with an age.
    /// Nil for other stories.
    var departed: Int? {
        guard prose.language.isEnglish else { return nil }
        for sentence in prose.sentences.prefix(4) {
            guard let died = sentence.first(where: { isDeath($0) }),
                sentence.contains(where: { prose.tokens[$0].kind == .number }) || hasAge(behind: sentence),
                let name = (sentence.lowerBound..<died).first(where: { isPerson($0) })
            else { continue }
            return names.entity(at: name)
        }
        return nil
    }

    private func isDeath(_ at: Int) -> Bool {
        !isQuoted[at] && (prose.isWord(at, "dies") || prose.isWord(at, "died"))
    }

    /// "has died at her home. She was 91."
    private func hasAge(behind sentence: Range<Int>) -> Bool {
        guard sentence.upperBound < prose.tokens.count else { return false }
        let next = prose.sentence(of: sentence.upperBound)
        return next.count < 8 && next.contains { prose.tokens[$0].kind == .number }
    }

    private func isPerson(_ at: Int) -> Bool {
        names.entity(at: at).map { names.entities[$0].kind == .person } ?? false
    }
}
