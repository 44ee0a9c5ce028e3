import JSONText
import News

// How the paragraphs of a kept story are set: a row for each that is not plain, with its place in the list of
// paragraphs, a word for its form and the numbers that belong to it. A row that cannot be read loses the form alone.

extension JSONValue {
    /// `[4,"heading",2]`, `[7,"rule","number",1,3]`; nil for a plain paragraph.
    init?(formOf paragraph: Paragraph, at place: Int) {
        let words: [JSONValue] =
            switch paragraph.form {
            case .plain: []
            case .heading(let level): [.string("heading"), .number("\(level)")]
            case .entry(let depth, .dot): [.string("bullet"), .number("\(depth)")]
            case .entry(let depth, .number(let number)): [.string("number"), .number("\(depth)"), .number("\(number)")]
            case .entry(let depth, .none): [.string("entry"), .number("\(depth)")]
            case .preformatted: [.string("preformatted")]
            case .cell(let row, let column, let isHeader):
                [.string(isHeader ? "header" : "cell"), .number("\(row)"), .number("\(column)")]
            }
        let rule: [JSONValue] = paragraph.isAfterRule ? [.string("rule")] : []
        if words.isEmpty && rule.isEmpty { return nil }
        self = .array([.number("\(place)")] + rule + words)
    }
}

/// The forms of a story, by the place of their paragraphs.
struct StoredForms {
    private var forms: [Int: Paragraph.Form] = [:]
    private var rules: Set<Int> = []

    init(_ rows: [JSONValue]) {
        for row in rows {
            guard let parts = row.array, let place = parts.first?.int else { continue }
            var rest = parts.dropFirst()
            if rest.first?.string == "rule" {
                rules.insert(place)
                rest = rest.dropFirst()
            }
            guard let word = rest.first?.string else { continue }
            forms[place] = Paragraph.Form(word: word, rest.dropFirst().compactMap(\.int))
        }
    }

    subscript(place: Int) -> Paragraph.Form { forms[place] ?? .plain }
    func isAfterRule(_ place: Int) -> Bool { rules.contains(place) }
}

extension Paragraph.Form {
    /// Nil for a word that is not known, and for numbers that do not belong to it.
    fileprivate init?(word: String, _ numbers: [Int]) {
        switch (word, numbers.count) {
        case ("heading", 1) where 1...6 ~= numbers[0]: self = .heading(level: numbers[0])
        case ("bullet", 1) where numbers[0] > 0: self = .entry(depth: numbers[0], .dot)
        case ("number", 2) where numbers[0] > 0: self = .entry(depth: numbers[0], .number(numbers[1]))
        case ("entry", 1) where numbers[0] > 0: self = .entry(depth: numbers[0], .none)
        case ("preformatted", 0): self = .preformatted
        case ("header", 2) where numbers.allSatisfy { $0 >= 0 }, ("cell", 2) where numbers.allSatisfy { $0 >= 0 }:
            self = .cell(row: numbers[0], column: numbers[1], isHeader: word == "header")
        default: return nil
        }
    }
}
