import Extraction
import News
import Testing

/// Stories marked by hand against what is found in them.
@Suite struct MarkedTests {
    @Test(arguments: cases("quotations")) func quotations(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("speakers")) func speakers(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("attribution")) func attribution(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("clauses")) func clauses(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("frames")) func frames(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("turns")) func turns(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("interviews")) func interviews(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("antecedents")) func antecedents(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("unnamed")) func unnamed(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("names")) func names(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("extents")) func extents(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("languages")) func languages(_ story: MarkedCase) { check(story) }
    @Test(arguments: cases("countries")) func countries(_ story: MarkedCase) { check(story) }

    private func check(_ story: MarkedCase) {
        let reading = read(story.article)
        let text = story.article.text
        let found = reading.quotes.map { quote in
            quote.words.map { MarkedCase.inner(text[$0]) }.joined(separator: " / ")
        }
        #expect(Set(found) == Set(story.quotes.values), "quotations")
        for (subject, expected) in story.checks {
            switch subject {
            case "people": #expect(names(.person, reading) == Set(expected), "people")
            case "organisations": #expect(names(.organisation, reading) == Set(expected), "organisations")
            case "places": #expect(names(.place, reading).isSuperset(of: expected), "places")
            case "roles":
                for role in expected {
                    let parts = role.split(separator: "=").map { $0.trimmingBlanks() }
                    let entity = reading.entities.first { $0.name == parts[0] }
                    #expect(entity?.role == (parts.count > 1 ? parts[1] : nil), "role of \(parts[0])")
                }
            case "countries":
                let found = reading.countries.map { $0.country.code + ($0.isAbout ? "*" : "") }
                #expect(Set(found) == Set(expected), "countries")
            case "mentions":
                for count in expected {
                    let parts = count.split(separator: "=").map { $0.trimmingBlanks() }
                    let entity = reading.entities.first { $0.name == parts[0] }
                    #expect(entity?.mentions.count == Int(parts[1]), "mentions of \(parts[0])")
                }
            default:
                guard let words = story.quotes[subject] else {
                    Issue.record("\(story.name): no quotation is marked \(subject)")
                    continue
                }
                let quote = zip(found, reading.quotes).first { $0.0 == words }?.1
                #expect(quote?.speaker?.name ?? "?" == expected[0], "speaker of \(words)")
            }
        }
    }

    private func names(_ kind: Entity.Kind, _ reading: Reading) -> Set<String> {
        Set(reading.entities.filter { $0.kind == kind }.map(\.name))
    }
}

extension Substring {
    fileprivate func trimmingBlanks() -> String {
        var words = self
        while words.first == " " { words.removeFirst() }
        while words.last == " " { words.removeLast() }
        return String(words)
    }
}

/// The cases of a file in Marked/.
private func cases(_ name: String) -> [MarkedCase] {
    let here = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = contents(ofFile: "/\(here)/Marked/\(name).txt") else { return [] }
    return MarkedCase.all(in: file)
}
