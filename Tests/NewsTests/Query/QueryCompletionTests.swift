import News
import Testing

struct QueryCompletionTests {
    /// The cursor stands at "^"; then what would be replaced, and what is offered first.
    @Test(arguments: [
        ("cou^", "cou", ["country:"]), ("nato spe^ x", "spe", ["speaker:"]), ("-spe^", "spe", ["speaker:"]),
        ("aut^", "aut", ["byline:"]),
        ("s^", "s", ["speaker:", "says:", "source:"]), ("un^", "un", ["unread"]), ("wor^", "wor", ["words>"]),
        ("co^untry:ua", "country:", ["country:"]), ("^", "", ["text:"]), ("nato ^", "", ["text:"]),
        ("^nato", "", ["text:"]), ("zzz^", "zzz", []),
        ("region:^", "", ["africa"]), ("region:la^", "la", ["latin-america"]),
        ("region: mi^", "mi", ["middle-east"]),
        ("is:b^", "b", ["bookmarked"]), ("since:^", "", ["today", "yesterday"]), ("on:y^", "y", ["yesterday"]),
        ("words>^", ">", [">800"]),
        ("country:u^", "u", ["ua", "\"u s\""]), ("country:ua,u^", "u", ["ua"]), ("country:ua,u^a,kr", "ua", ["ua"]),
        ("country:(ua or u^", "u", ["ua"]), ("country:(ua) spe^", "spe", ["speaker:"]),
        ("country:ua spe^", "spe", ["speaker:"]),
        ("country:\"u^\" x", "\"u\"", ["ua"]), ("country:\"u^", "\"u", ["ua"]), ("(country:u^", "u", ["ua"]),
        ("country:(ua | ^)", "", ["ua"]), ("nato or cou^", "cou", ["country:"]),
        ("日本 country:u^", "u", ["ua"]),
    ])
    func completionsFitThePlace(_ typed: String, _ replaced: String, _ offered: [String]) throws {
        let parts = typed.split(separator: "^", omittingEmptySubsequences: false)
        let query = String(parts[0] + parts[1])
        var asked = 0
        let completion = Query.completion(of: query, at: parts[0].utf8.count) { field, begun in
            asked += 1
            guard field.name == "country" else { return [] }
            return ["ua", "u s", "kr"].filter { $0.hasPrefix(begun) }.map { .init($0, "a country") }
        }
        #expect(query[completion.span] == replaced)
        #expect(completion.candidates.map(\.text).starts(with: offered))
        #expect(offered.isEmpty == completion.candidates.isEmpty)
        #expect(asked <= 1)
    }

    @Test func noCursorIsOutOfPlace() {
        let query = "é \"日本\" country:(ua,\"x"
        for cursor in -1...query.utf8.count + 1 {
            let completion = Query.completion(of: query, at: cursor) { _, _ in [] }
            #expect(completion.span.end <= query.utf8.count)
        }
    }
}
