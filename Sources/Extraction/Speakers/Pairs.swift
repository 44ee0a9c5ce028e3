import News

extension Names {
    /// The two people whom "Ana Ruiz and Juan Vega" names, and where "and" stands; nil where a phrase ends otherwise.
    func pair(endingAt last: Int, in words: Range<Int>, _ prose: Prose) -> (first: Int, and: Int, second: Int)? {
        guard words.count > 2, let second = entity(at: last), entities[second].kind == .person else { return nil }
        var and = last - 1
        while and > words.lowerBound, entityOf[and] == second { and -= 1 }
        guard and > words.lowerBound, prose.isWord(and, "and"), let first = entity(at: and - 1), first != second,
            entities[first].kind == .person
        else { return nil }
        return (first, and, second)
    }
}
