import News
import Testing

struct QueryPlanTests {
    private static let now = Timestamp(iso8601: "2026-03-31T22:30:00Z") ?? Timestamp(seconds: 0)

    /// What a date means two hours east of Greenwich, where it is 00:30 on Wednesday, 1 April.
    @Test(
        arguments: [
            ("since:3h", "2026-03-31T19:30:00Z", nil), ("since:2d", "2026-03-29T22:30:00Z", nil),
            ("since:90min", "2026-03-31T21:00:00Z", nil), ("since:1w", "2026-03-24T22:30:00Z", nil),
            ("since:today", "2026-03-31T22:00:00Z", nil), ("since:yesterday", "2026-03-30T22:00:00Z", nil),
            ("since:wed", "2026-03-31T22:00:00Z", nil), ("since:thursday", "2026-03-25T22:00:00Z", nil),
            ("before:2d", nil, "2026-03-29T22:30:00Z"), ("before:2026-01-01", nil, "2025-12-31T22:00:00Z"),
            ("before:2026", nil, "2025-12-31T22:00:00Z"), ("since:2026-02", "2026-01-31T22:00:00Z", nil),
            ("on:today", "2026-03-31T22:00:00Z", "2026-04-01T22:00:00Z"),
            ("on:2d", "2026-03-29T22:00:00Z", "2026-03-30T22:00:00Z"),
            ("on:3h", "2026-03-30T22:00:00Z", "2026-03-31T22:00:00Z"),
            ("on:2024-02", "2024-01-31T22:00:00Z", "2024-02-29T22:00:00Z"),
            ("on:2025-12", "2025-11-30T22:00:00Z", "2025-12-31T22:00:00Z"),
            ("on:2025", "2024-12-31T22:00:00Z", "2025-12-31T22:00:00Z"),
            // A month before 1 April is 1 March; 14 months before is another year.
            ("since:1m", "2026-02-28T22:30:00Z", nil), ("since:14m", "2025-01-31T22:30:00Z", nil),
            ("since:2y", "2024-03-31T22:30:00Z", nil),
        ] as [(String, String?, String?)])
    func datesAreCountedFromNowInLocalTime(_ typed: String, _ from: String?, _ before: String?) throws {
        let plan = QueryPlan(Query.parsed(typed).query, now: Self.now, ahead: 7_200)
        guard case .term(.published(let start, let end)) = plan.facts else {
            Issue.record("no period: \(plan.facts)")
            return
        }
        #expect(start?.iso8601 == from)
        #expect(end?.iso8601 == before)
    }

    @Test func aMonthBeforeADayThatItLacksIsItsLastDay() throws {
        let lastOfMarch = try #require(Timestamp(iso8601: "2026-03-31T10:00:00Z"))
        let plan = QueryPlan(Query.lenient("since:1m"), now: lastOfMarch, ahead: 0)
        #expect(plan.facts == .term(.published(from: Timestamp(iso8601: "2026-02-28T10:00:00Z"), before: nil)))
    }

    @Test(arguments: [
        "since:9999y", "on:9999-12-31", "on:9999-12", "on:9999", "before:0001", "on:1",
        "since:9999m",
    ])
    func noDateIsTooFar(_ typed: String) {
        _ = QueryPlan(Query.lenient(typed), now: Self.now, ahead: -43_200)
        _ = QueryPlan(Query.lenient(typed), now: Timestamp(seconds: -1), ahead: 50_400)
    }

    /// Who has to say what: "words/speaker,speaker" for each quote that is asked for.
    @Test(arguments: [
        ("says:x", "says:x"), ("speaker:a", "speaker:a"), ("speaker:a says:x", "x/a"), ("says:x speaker:a", "x/a"),
        ("speaker:a says:x says:y", "x/a y/a"), ("speaker:a says:x speaker:b says:y", "x/a y/b"),
        ("speaker:a speaker:b says:x", "speaker:a x/b"), ("(speaker:a or speaker:b) says:x", "x/a,b"),
        ("speaker:(a or b) says:(x or y)", "(x/a,b|y/a,b)"), ("speaker:a -says:x", "speaker:a -x/a"),
        ("-speaker:a says:x", "-speaker:a says:x"), ("speaker:a or says:x", "(speaker:a|says:x)"),
        ("speaker:a (says:x or says:y speaker:b)", "speaker:a (x/a|y/b)"),
        ("speaker:a (says:x or nato)", "speaker:a (x/a|text:nato)"),
        ("says:x (speaker:b says:y)", "says:x y/b"), ("speaker:a nato nato", "speaker:a text:nato"),
        ("says:y speaker:a speaker:a says:x", "y/a x/a"),
    ])
    func whatIsSaidBelongsToItsSpeaker(_ typed: String, _ tests: String) {
        let plan = QueryPlan(Query.lenient(typed), now: Self.now, ahead: 0)
        #expect(Self.written(plan.whole) == tests)
        #expect(plan.facts == .everything)
    }

    @Test(arguments: [
        ("nato unread title:a says:x country:ua since:2d", "-read title:a about published", "text:nato says:x"),
        ("nato or unread", "", "(-read|text:nato)"), ("unread", "-read", ""), ("nato", "", "text:nato"),
        ("", "", ""),
        ("nato (unread or (words>5 or bookmarked))", "(-read|length|bookmarked)", "text:nato"),
        (
            "lang:en is:quoted feed:a tag:b source:c byline:d link:e name:f", "feed:a tag:b source:c",
            "lang quoted byline:d link:e name:f"
        ),
        ("(unread country:ua) nato", "-read about", "text:nato"),
    ])
    func whatHeadlinesTellIsApart(_ typed: String, _ facts: String, _ searches: String) {
        let plan = QueryPlan(Query.lenient(typed), now: Self.now, ahead: 0)
        #expect(Self.written(plan.facts) == facts)
        #expect(Self.written(plan.searches) == searches)
    }

    @Test func aHeadlineTellsWhatItKnows() throws {
        let story = Headline(
            id: "a", feed: Feed(id: "f", name: "f"), title: "t", source: nil, published: Self.now, wordCount: 500,
            countries: [Country(code: "UA", name: "Ukraine")], mentioned: [Country(code: "JP", name: "Japan")],
            isRead: true)
        let passed = [
            "country:ua", "region:europe", "mentions:ua", "mentions:asia", "is:read", "since:1h", "on:today",
            "words>499",
        ]
        let failed = ["country:jp", "region:asia", "mentions:ru", "bookmarked", "unread", "before:1h", "words<500"]
        let unknown = ["nato", "speaker:a", "lang:en", "is:quoted", "title:t"]
        for (queries, answer) in [(passed, true), (failed, false), (unknown, nil)] as [([String], Bool?)] {
            for typed in queries {
                let tests = QueryPlan(Query.lenient(typed), now: Self.now, ahead: 0).whole
                switch tests {
                case .term(let test): #expect(test.isPassed(by: story) == answer, "\(typed)")
                case .not(.term(let test)): #expect(test.isPassed(by: story).map { !$0 } == answer, "\(typed)")
                default: Issue.record("\(typed)")
                }
            }
        }
    }

    /// Sets find what asking each story finds, with facts and words that are so or not so at random.
    @Test(arguments: UInt64(0)..<300)
    func setsFindWhatStoriesFind(_ seed: UInt64) {
        var queries = RandomQueries(seed: seed)
        let plan = QueryPlan(queries.anyQuery(), now: Self.now, ahead: 0)
        let count = 200
        func passes(_ test: StoryTest, _ story: Int) -> Bool {
            let seed = Self.written(test).utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) }
            var numbers = SeededNumbers(seed: seed &+ UInt64(story))
            return numbers.next() % 3 == 0
        }
        let asked = NumberSet(count: count) { $0 % 7 != 0 }
        let wanted = NumberSet(count: count) { story in asked.contains(story) && plan.matches { passes($0, story) } }
        // An index answers for all stories, whichever it is asked for.
        let found = plan.rows(among: asked) { test, _ in NumberSet(count: count) { passes(test, $0) } }
        #expect(found == wanted)
        let fewer = plan.rows(among: StorySet((0..<count).filter { asked.contains($0) })) { test, among in
            StorySet(among.stories.filter { passes(test, $0) })
        }
        #expect(NumberSet(fewer.stories.sorted()) == wanted)
        #expect(plan.whole.holds { passes($0, 3) } == plan.matches { passes($0, 3) })
    }

    @Test func nothingIsAskedOnceNoStoryIsLeft() throws {
        let plan = QueryPlan(Query.lenient("nato says:x unread -bookmarked"), now: Self.now, ahead: 0)
        var asked: [String] = []
        let found = plan.rows(among: NumberSet(count: 10)) { test, rows in
            asked.append(Self.written(test))
            return test == .state(.read) ? rows : NumberSet()
        }
        #expect(found.isEmpty)
        #expect(asked == ["read"])
    }

    @Test func aFailureOfTheIndexIsPassedOn() {
        struct Failure: Error {}
        let plan = QueryPlan(Query.lenient("nato"), now: Self.now, ahead: 0)
        #expect(throws: Failure.self) {
            try plan.rows(among: NumberSet(count: 1)) { (_, _) throws(Failure) -> NumberSet in throw Failure() }
        }
    }

    private static func written(_ criteria: Criteria<StoryTest>, isOuter: Bool = true) -> String {
        switch criteria {
        case .term(let test): written(test)
        case .not(let part): "-" + written(part, isOuter: false)
        case .all(let parts):
            isOuter
                ? parts.map { written($0, isOuter: false) }.joined(separator: " ")
                : "(" + parts.map { written($0, isOuter: false) }.joined(separator: " ") + ")"
        case .any(let parts): "(" + parts.map { written($0, isOuter: false) }.joined(separator: "|") + ")"
        }
    }

    private static func written(_ test: StoryTest) -> String {
        switch test {
        case .words(let place, let words): "\(place):\(words.text)"
        case .said(let words, by: let speakers): words.text + "/" + speakers.map(\.text).joined(separator: ",")
        case .about: "about"
        case .mentions: "mentions"
        case .language: "lang"
        case .state(let state): "\(state)"
        case .published: "published"
        case .length: "length"
        }
    }
}

/// Another kind of set.
private struct StorySet: RowSet {
    var stories: Set<Int>

    init(_ stories: some Sequence<Int>) { self.stories = Set(stories) }

    var isEmpty: Bool { stories.isEmpty }
    mutating func formIntersection(_ other: StorySet) { stories.formIntersection(other.stories) }
    mutating func subtract(_ other: StorySet) { stories.subtract(other.stories) }
}
