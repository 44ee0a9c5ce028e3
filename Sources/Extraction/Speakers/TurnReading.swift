import News

/// Recognises the turns of an interview or a transcript.
struct TurnReader {
    let prose: Prose
    let names: Names
    let isQuoted: [Bool]
    private var labels: [Range<Int>] = []
    /// Empty where no label is two or three capitals.
    private var peopleByInitials: [String: Int?] = [:]

    init(prose: Prose, names: Names, isQuoted: [Bool]) {
        self.prose = prose
        self.names = names
        self.isQuoted = isQuoted
    }

    mutating func turns() -> ([Turns.Turn?], [Range<Int>]) {
        let found = prose.paragraphs.map(label)
        if found.contains(where: isAbbreviated) { peopleByInitials = initialsOfPeople() }
        let keys = withoutInitials(zip(prose.paragraphs, found).map { key($0, $1) })
        labels = zip(found, keys).map { $1 == nil ? $0.lowerBound..<$0.lowerBound : $0 }
        if recurs(keys) { return (labelled(keys), labels) }
        labels = []
        let questions = prose.paragraphs.map(isQuestion)
        guard isInterview(questions) else { return ([], []) }
        return (alternating(questions), [])
    }

    /// Who answers where no label says so: who is brought in before the first turn.
    private func introduced<Mark>(before turns: [Mark?]) -> Int? {
        guard let first = turns.firstIndex(where: { $0 != nil }) else { return nil }
        return Interviewee(prose: prose, names: names, isQuoted: isQuoted).person(before: first)
    }

    // MARK: Labels

    /// The tokens of the label that opens a paragraph; empty without one.
    private func label(_ paragraph: Range<Int>) -> Range<Int> {
        let start = paragraph.lowerBound
        guard paragraph.count > 2 else { return start..<start }
        if prose.tokens[start].kind == .openBracket, prose.tokens[start + 1].kind == .openBracket {
            let close = paragraph.prefix(10).last { prose.tokens[$0].kind == .closeBracket } ?? start - 1
            return start..<close + 1
        }
        var end = start
        while end < min(start + 6, paragraph.upperBound - 1), prose.tokens[end].isCapitalised { end += 1 }
        guard end > start, end < paragraph.upperBound - 1, prose.tokens[end + 1].kind != .mark else {
            return start..<start
        }
        if prose.isWord(start, "Q.") || prose.isWord(start, "A.") { return start..<start + 1 }
        let isLetter = end == start + 1 && prose.tokens[start].shape == .initial
        return prose.tokens[end].kind == .colon && (isLetter || isSpeaker(start..<end))
            ? start..<end + 1 : start..<start
    }

    /// "A." is a label beside "Q." alone; elsewhere it is A. Ruiz.
    private func withoutInitials(_ keys: [String?]) -> [String?] {
        keys.contains("q.") ? keys : keys.map { $0 == "a." ? nil : $0 }
    }

    /// A person's name, or words in capitals alone: REPORTER.
    private func isSpeaker(_ words: Range<Int>) -> Bool {
        person(in: words) != nil || words.allSatisfy { prose.tokens[$0].shape == .capitals }
            || ["Question", "Answer"].contains(prose.text(words))
    }

    private func person(in words: Range<Int>) -> Int? {
        let entity = words.lazy.compactMap { names.entity(at: $0) }.last
        return entity.flatMap { names.entities[$0].kind == .person ? $0 : nil } ?? person(abbreviatedIn: words)
    }

    /// "ER:" of Elena Ruiz, where no other has these initials.
    private func person(abbreviatedIn words: Range<Int>) -> Int? {
        guard !peopleByInitials.isEmpty, let at = words.first, isAbbreviated(words) else { return nil }
        return peopleByInitials[prose.text(at)] ?? nil
    }

    private func isAbbreviated(_ label: Range<Int>) -> Bool {
        guard let at = label.first, prose.tokens[at].shape == .capitals else { return false }
        return prose.tokens[at].end - prose.tokens[at].start < 4
            && label.dropFirst().allSatisfy { prose.tokens[$0].kind == .colon }
    }

    /// Whose initials they are; nil where more than one has them.
    private func initialsOfPeople() -> [String: Int?] {
        var people: [String: Int?] = [:]
        for (index, entity) in names.entities.prefix(Reach.entities).enumerated() where entity.kind == .person {
            let capitals = entity.fullest.filter { prose.tokens[$0].isCapitalised }
            let initials = String(capitals.compactMap { prose.text($0).first })
            people[initials] = people[initials] == nil ? .some(index) : .some(nil)
        }
        return people
    }

    /// What tells one label from another; nil without one.
    private func key(_ paragraph: Range<Int>, _ label: Range<Int>) -> String? {
        if let person = person(in: label) { return "#\(person)" }
        return label.last { prose.tokens[$0].kind == .word }.map { prose.text($0).lowercased() }
    }

    /// Whether labels are a form of the story: three and more, and one of them again.
    private func recurs(_ keys: [String?]) -> Bool {
        var counts: [String: Int] = [:]
        for case let key? in keys { counts[key, default: 0] += 1 }
        return counts.values.reduce(0, +) > 2 && counts.values.contains { $0 > 1 }
    }

    private func labelled(_ keys: [String?]) -> [Turns.Turn?] {
        let (asker, named) = speakers(keys)
        let isUnnamed = labels.allSatisfy { person(in: $0) == nil }
        let answerer = isUnnamed ? introduced(before: keys) : named
        let isAlone = Set(keys.compactMap(\.self)).count == 1
        var turns: [Turns.Turn?] = []
        var question = 0
        var before: Turns.Turn?
        for (index, paragraph) in prose.paragraphs.enumerated() {
            defer { if let turn = turns.last ?? nil { before = turn } }
            guard let key = keys[index] else {
                // An answer without a label behind a question with one, or a turn of several paragraphs.
                let isSpeech = before != nil && speaks(paragraph)
                turns.append(
                    isSpeech
                        ? Turns.Turn(start: question, speaker: isAlone ? answerer : before?.speaker, addressee: nil)
                        : nil)
                continue
            }
            let speaker = person(in: labels[index])
            let asks = isQuestion(paragraph) || ["q", "q.", "question"].contains(key) || isAlone
            if asks { question = index }
            turns.append(
                Turns.Turn(
                    start: asks ? index : question,
                    speaker: speaker ?? (key == "a" || key == "a." || key == "answer" ? answerer : nil),
                    addressee: asks && speaker != answerer ? answerer : asks ? asker : nil))
        }
        return turns
    }

    /// Who asks and who answers, where two people speak or one beside a label that is no name.
    private func speakers(_ keys: [String?]) -> (asker: Int?, answerer: Int?) {
        var asked: [Int: Int] = [:]
        var order: [Int] = []
        for (index, paragraph) in prose.paragraphs.enumerated() {
            guard keys[index] != nil, let person = person(in: labels[index]) else { continue }
            if order.count < 3, !order.contains(person) { order.append(person) }
            asked[person, default: 0] += isQuestion(paragraph) ? 1 : -1
        }
        switch order.count {
        case 1: return asked[order[0], default: 0] < 0 ? (nil, order[0]) : (order[0], nil)
        case 2:
            let first = asked[order[0], default: 0]
            let second = asked[order[1], default: 0]
            if first == second { return (nil, nil) }
            return first > second ? (order[0], order[1]) : (order[1], order[0])
        default: return (nil, nil)
        }
    }

    // MARK: Questions

    /// A paragraph that ends in a question of its own.
    private func isQuestion(_ paragraph: Range<Int>) -> Bool {
        // "**Do you miss it?**"
        guard let last = paragraph.last(where: { prose.tokens[$0].kind != .other }),
            prose.tokens[last].kind == .question, !isQuoted[last],
            prose.article.paragraphs[Int(prose.tokens[last].paragraph)].part.isBody
        else { return false }
        return prose.bytes[Int(prose.tokens[last].start)] == UInt8(ascii: "?")
    }

    private func says(_ paragraph: Range<Int>, _ words: [String]) -> Bool {
        paragraph.contains {
            !isQuoted[$0] && prose.tokens[$0].traits.has([.speaking, .possessive])
                && words.contains(prose.text($0).lowercased())
        }
    }

    private func speaks(_ paragraph: Range<Int>) -> Bool {
        says(paragraph, ["i", "we", "my", "our", "you", "your", "me", "us"])
    }

    /// Three and more questions, two and more of them to "you", most of which a paragraph with "I" or "we" follows.
    private func isInterview(_ questions: [Bool]) -> Bool {
        guard questions.count(where: \.self) > 2 else { return false }
        var asked = 0
        var answered = 0
        for (index, isQuestion) in questions.enumerated() where isQuestion {
            guard says(prose.paragraphs[index], ["you", "your"]) else { continue }
            asked += 1
            let next = prose.paragraphs[(index + 1)...].first { !$0.isEmpty }
            if let next, says(next, ["i", "we", "my", "our"]) { answered += 1 }
        }
        return asked > 1 && answered * 2 >= asked
    }

    private func isAbout(_ person: Int, _ paragraph: Range<Int>) -> Bool {
        paragraph.contains { !isQuoted[$0] && names.entityOf[$0] == Int32(person) }
    }

    private func alternating(_ questions: [Bool]) -> [Turns.Turn?] {
        let answerer = introduced(before: questions.map { $0 ? $0 : nil })
        var question: Int?
        return zip(prose.paragraphs, questions).enumerated().map { index, paragraph in
            if paragraph.1 { question = index }
            guard let question, paragraph.1 || speaks(paragraph.0) else { return nil }
            // "I left Ana Ruiz at the gate.": the reporter is "I" there.
            if let answerer, isAbout(answerer, paragraph.0) { return nil }
            return Turns.Turn(
                start: question, speaker: paragraph.1 ? nil : answerer, addressee: paragraph.1 ? answerer : nil)
        }
    }
}
