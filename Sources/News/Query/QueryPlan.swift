/// A query made ready to be asked of stories at one moment.
///
/// Who speaks: within a conjunction, `says:` is about whom the `speaker:` before it names, else about the first one behind it. So
/// `speaker:ann says:yes speaker:bob says:no` finds who said what, `(speaker:ann or speaker:bob) says:yes` finds either, and
/// `speaker:ann -says:yes` finds where Ann speaks and does not say it. A `says:` in brackets is about the speaker outside when there is
/// none inside.
package struct QueryPlan: Hashable, Sendable {
    /// What headlines alone tell; cheap, and done first.
    package let facts: Criteria<StoryTest>
    /// What has to be asked of the index for the stories that are left. `everything` when there is nothing to ask.
    package let searches: Criteria<StoryTest>

    /// - Parameters:
    ///   - now: what "2d" is counted from.
    ///   - ahead: seconds that the local time is ahead of UTC: days begin at local midnight.
    package init(_ query: Query, now: Timestamp, ahead: Int) {
        let calendar = QueryCalendar(now: now, ahead: ahead)
        let tests = query.told(by: [], calendar).simplified.cheapestFirst
        let parts = if case .all(let parts) = tests { parts } else { [tests] }
        facts = .joint(parts.filter { !$0.needsIndex })
        searches = .joint(parts.filter(\.needsIndex))
    }

    /// Both together.
    package var whole: Criteria<StoryTest> { Criteria.all([facts, searches]).simplified }

    /// Whether one story is found. Asks for no test whose answer does not matter.
    package func matches(_ passes: (StoryTest) -> Bool) -> Bool {
        facts.holds(passes) && searches.holds(passes)
    }

    /// The stories that are found.
    /// - Parameters:
    ///   - stories: those among which to look.
    ///   - passing: those that pass a test, among those given: others in its answer do no harm, so an index may answer for
    ///     all. It is asked facts first, and nothing more once no story is left.
    package func rows<Rows: RowSet, Failure: Error>(
        among stories: Rows, passing: (StoryTest, Rows) throws(Failure) -> Rows
    ) throws(Failure) -> Rows {
        let left = try facts.rows(among: stories, passing: passing)
        return left.isEmpty ? left : try searches.rows(among: left, passing: passing)
    }
}

extension Criteria<StoryTest> {
    package var needsIndex: Bool { contains(where: \.needsIndex) }

    /// In each group the parts that headlines tell before the others, and otherwise as they were written.
    fileprivate var cheapestFirst: Criteria {
        switch self {
        case .term: self
        case .not(let part): .not(part.cheapestFirst)
        case .all(let parts): .all(Self.cheapestFirst(parts))
        case .any(let parts): .any(Self.cheapestFirst(parts))
        }
    }

    private static func cheapestFirst(_ parts: [Criteria]) -> [Criteria] {
        let parts = parts.map(\.cheapestFirst)
        return parts.filter { !$0.needsIndex } + parts.filter(\.needsIndex)
    }
}

extension QueryPlan {
    /// The words that a story is found by, in the order written: what a list of hits ranks by, and what an open story marks.
    package var soughtWords: [String] {
        whole.sought.compactMap { test in
            switch test {
            case .words(.text, let words), .words(.title, let words), .words(.speaker, let words),
                .words(.name, let words), .words(.says, let words), .said(let words, _):
                words.hasLetters ? words.text : nil
            case .words, .about, .mentions, .language, .state, .published, .length: nil
            }
        }
    }
}
