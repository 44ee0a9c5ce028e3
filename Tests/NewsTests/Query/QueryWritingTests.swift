import News
import Testing

struct QueryWritingTests {
    @Test(arguments: UInt64(0)..<400)
    func whatIsWrittenIsReadAgain(_ seed: UInt64) {
        var queries = RandomQueries(seed: seed)
        let query = queries.query()
        let parsed = Query.parsed(query.description, names: testNames)
        #expect(parsed.query == query, "\(query.description)")
        #expect(parsed.error == nil, "\(query.description)")
    }

    @Test(arguments: UInt64(0)..<400)
    func oddGroupsKeepTheirMeaning(_ seed: UInt64) {
        var queries = RandomQueries(seed: seed)
        let query = queries.anyQuery()
        guard query.simplified != .nothing else { return }
        // Empty groups cannot be written.
        guard !query.hasEmptyGroup else { return }
        let parsed = Query.parsed(query.description, names: testNames)
        #expect(parsed.error == nil)
        #expect(parsed.query.simplified == query.simplified, "\(query.description)")
    }

    @Test(arguments: UInt64(0)..<400)
    func simplerQueriesHoldForTheSameStories(_ seed: UInt64) {
        var queries = RandomQueries(seed: seed)
        let query = queries.anyQuery()
        for story in 0..<8 {
            let holds = { (term: QueryTerm) in term.description.utf8.reduce(story, { $0 &* 31 &+ Int($1) }) % 3 == 0 }
            #expect(query.holds(holds) == query.simplified.holds(holds))
        }
    }

    @Test func everyExampleIsUnderstood() {
        for example in QueryField.all.map(\.example) + QueryForm.all.map(\.example) {
            let names = QueryNames { _ in [Country(code: "PL", name: "Poland")] }
            let parsed = Query.parsed(example, names: names)
            #expect(parsed.error == nil, "\(example)")
            #expect(parsed.query != .everything)
        }
    }

    @Test func everyFieldGoesByAllItsNames() {
        for field in QueryField.all {
            for name in [field.name] + field.aliases { #expect(QueryField.named(name.uppercased()) == field) }
        }
    }
}

extension QueryTerm {
    fileprivate var description: String { Query.term(self).description }
}

extension Query {
    fileprivate var hasEmptyGroup: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.isEmpty || parts.contains(where: \.hasEmptyGroup)
        case .not(let part): part.hasEmptyGroup
        case .term: false
        }
    }
}
