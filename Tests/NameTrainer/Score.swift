import Extraction
import News

/// How a model does on marked texts that it has not learnt from: exact spans, "the" and ’s apart.
struct Score: CustomStringConvertible {
    private var right: [NameLabel: Int] = [:]
    private var found: [NameLabel: Int] = [:]
    private var wanted: [NameLabel: Int] = [:]
    private static let counted: [NameLabel] = [.person, .organisation, .place]

    init(of model: NameModel, on stories: [GoldStory]) {
        for story in stories {
            let lattice = NameLattice(story.article)
            let tagger = NameTagger(lattice, model)
            var gold: [TextSpan: NameLabel] = [:]
            for name in story.names { gold[trimmed(name.span, story.article.text)] = name.label }
            for label in gold.values { wanted[label, default: 0] += 1 }
            for name in tagger.tag() {
                found[name.label, default: 0] += 1
                if gold[lattice.span(name.tokens)] == name.label { right[name.label, default: 0] += 1 }
            }
        }
    }

    private func trimmed(_ span: TextSpan, _ text: String) -> TextSpan {
        let words = text[span]
        var start = span.start
        var end = span.end
        if words.hasPrefix("the ") || words.hasPrefix("The ") { start += 4 }
        for suffix in ["’s", "'s"] where words.hasSuffix(suffix) { end -= suffix.utf8.count }
        return TextSpan(start, max(start, end))
    }

    var description: String {
        let rows = Self.counted.map { ("\($0)", right[$0] ?? 0, found[$0] ?? 0, wanted[$0] ?? 0) }
        let all = ("all", rows.reduce(0) { $0 + $1.1 }, rows.reduce(0) { $0 + $1.2 }, rows.reduce(0) { $0 + $1.3 })
        return (rows + [all]).map { name, right, found, wanted in
            let p = Double(right) / Double(max(1, found))
            let r = Double(right) / Double(max(1, wanted))
            let f = p + r == 0 ? 0 : 2 * p * r / (p + r)
            return "\(name) p \(percent(p)) r \(percent(r)) f1 \(percent(f))"
        }.joined(separator: "\n")
    }

    private func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }
}
