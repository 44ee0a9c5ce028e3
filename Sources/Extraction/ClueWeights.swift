/// What each clue weighs, in hundredths: fitted by logistic regression over annotated news, no word of which is in here.
private let weights: [Int] = {
    let table: [(Clue, Int)] = [
        (.cueBehind, 70),
        (.cueRightBefore, 90),
        (.cueBefore, 59),
        (.cueAtEnd, 22),
        (.accordingTo, 179),
        (.speechNoun, -6),
        (.possessor, -103),
        (.label, 145),
        (.opensSentence, -5),
        (.sameParagraph, 102),
        (.paragraphBefore, -54),
        (.statementBefore, 26),
        (.sentenceBefore, -45),
        (.quotationBehind, 23),
        (.runsOn, -130),
        (.person, 47),
        (.organisation, 43),
        (.place, -28),
        (.heOrShe, 92),
        (.theyOrIt, -28),
        (.who, -30),
        (.described, -25),
        (.fullName, 40),
        (.roleInDescription, 28),
        (.lastSpeaker, 31),
        (.weakCue, -75),
        (.gerundCue, -7),
        (.absolute, -58),
        (.passive, -151),
        (.cueEndsSentence, 72),
        (.inverted, 66),
        (.apartFromSubject, 1),
        (.sharedSubject, -58),
        (.nearest, 62),
        (.firstInSentence, 69),
        (.insideClause, -31),
        (.subjectOpensSentence, 34),
        (.colon, 72),
        (.acrossQuestion, 41),
        (.acrossPeriod, -95),
        (.that, 56),
        (.leadsOn, 35),
        (.quotationBetween, -20),
        (.beyondTwelve, -26),
        (.beyondThirty, -25),
        (.fragment, 17),
        (.opensParagraph, 14),
        (.wholeParagraph, 74),
        (.anotherIntroduced, -44),
        (.nothingBetween, -46),
        (.paragraphBetween, -60),
        (.carriedBefore, -49),
        (.wordsBetween, -10),
        (.fragmentBehindColon, 147),
        (.fragmentCarried, -72),
        (.fragmentBehindCue, -83),
        (.describedBehindCue, 36),
        (.weakBehind, -6),
        (.behindLeadingOn, 69),
        (.organisationCarried, -51),
        (.sentenceEndsBefore, 84),
    ]
    var weights = Array(repeating: 0, count: 64)
    for (clue, weight) in table { weights[Int(clue.rawValue)] = weight }
    return weights
}()

extension Clue {
    var weight: Int { weights[Int(rawValue)] }
}

extension Clues {
    var weight: Int {
        var sum = 0
        var rest = bits
        while rest != 0 {
            sum += weights[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }
}
