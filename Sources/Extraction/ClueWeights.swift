/// What each clue weighs, in hundredths: fitted by logistic regression over annotated news, no word of which is in here.
/// Who scores zero or less is not taken.
private let weights: [Int] = {
    let table: [(Clue, Int)] = [
        (.cueBehind, 109),
        (.cueRightBefore, 157),
        (.cueBefore, 95),
        (.cueAtEnd, 89),
        (.accordingTo, 219),
        (.speechNoun, 28),
        (.possessor, -156),
        (.label, 124),
        (.opensSentence, -18),
        (.sameParagraph, 177),
        (.paragraphBefore, -133),
        (.statementBefore, 15),
        (.sentenceBefore, -118),
        (.quotationBehind, 100),
        (.runsOn, -94),
        (.person, 93),
        (.organisation, 99),
        (.place, -1),
        (.heOrShe, 170),
        (.theyOrIt, 3),
        (.who, 0),
        (.described, -15),
        (.fullName, 48),
        (.roleInDescription, 48),
        (.lastSpeaker, 13),
        (.weakCue, -138),
        (.gerundCue, -156),
        (.absolute, -31),
        (.passive, -167),
        (.cueEndsSentence, 82),
        (.inverted, 84),
        (.apartFromSubject, -19),
        (.sharedSubject, -181),
        (.nearest, 50),
        (.firstInSentence, 86),
        (.insideClause, -55),
        (.subjectOpensSentence, 34),
        (.colon, 88),
        (.acrossQuestion, 164),
        (.acrossPeriod, -174),
        (.that, 46),
        (.leadsOn, -56),
        (.quotationBetween, -39),
        (.beyondTwelve, -34),
        (.beyondThirty, -5),
        (.fragment, 13),
        (.opensParagraph, -43),
        (.wholeParagraph, 95),
        (.anotherIntroduced, -63),
        (.nothingBetween, -65),
        (.paragraphBetween, -138),
        (.carriedBefore, -80),
        (.wordsBetween, 19),
        (.fragmentBehindColon, 171),
        (.fragmentCarried, -204),
        (.fragmentBehindCue, -127),
        (.describedBehindCue, 13),
        (.weakBehind, -13),
        (.behindLeadingOn, 116),
        (.organisationCarried, -52),
        (.sentenceEndsBefore, 170),
    ]
    var weights = Array(repeating: 0, count: 64)
    for (clue, weight) in table { weights[Int(clue.rawValue)] = weight }
    return weights
}()

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
