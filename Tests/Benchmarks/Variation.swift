/// What becomes of one sample in one of its copies: who and what is named, the numbers, the dates, and the order of
/// sentences that no quote depends on.
///
/// The same word becomes the same other word everywhere in the story, so that names still find their people. Web
/// addresses and markup stay as they are.
struct Variation {
    private var words: [String: String] = [:]
    private var numbers: [String: String] = [:]
    private let monthShift: Int
    private let yearShift: Int
    private var chance: SeededChance

    /// - Parameter pool: all samples, whose people lend their names.
    init(of sample: Sample, pool: NamePool, chance: SeededChance) {
        self.chance = chance
        monthShift = Int.random(in: 0..<12, using: &self.chance)
        yearShift = Int.random(in: 0..<8, using: &self.chance)
        take(sample.forenames, from: pool.forenames)
        take(sample.surnames, from: pool.surnames)
        let others = Nation.all.filter { !sample.nations.contains($0) }.shuffled(using: &self.chance)
        for (nation, other) in zip(sample.nations, others) {
            for (from, to) in nation.wording(as: other) { words[from] = to }
        }
    }

    private mutating func take(_ names: [String], from pool: [String]) {
        for (name, other) in zip(names, pool.shuffled(using: &chance)) { words[name] = other }
    }

    /// The sample's text, varied.
    mutating func applied(to text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let bytes = Array(lines.map { reordered($0) }.joined(separator: "\n").utf8)
        var varied: [UInt8] = []
        varied.reserveCapacity(bytes.count + 256)
        var place = VariedPlace(bytes)
        while let piece = place.next() {
            switch piece {
            case .word(let range): varied += replaced(bytes[range])
            case .number(let range): varied += number(bytes[range])
            case .year(let range): varied += year(bytes[range])
            case .month(let range): varied += monthName(bytes[range])
            case .day(let range): varied += isoDay(bytes[range])
            case .other(let range): varied += bytes[range]
            }
        }
        return String(decoding: varied, as: UTF8.self)
    }

    private func replaced(_ word: ArraySlice<UInt8>) -> [UInt8] {
        // Names start with a capital or an accented letter.
        guard let first = word.first, first < 0x61 || first >= 0x80 else { return Array(word) }
        return words[String(decoding: word, as: UTF8.self)].map { Array($0.utf8) } ?? Array(word)
    }

    /// As many digits as before, and still a day of a month if it can have been one.
    private mutating func number(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let text = String(decoding: digits, as: UTF8.self)
        if let known = numbers[text] { return Array(known.utf8) }
        guard let value = Int(text) else { return Array(digits) }
        let unit = text.utf8.count > 2 ? 100 : 10
        let range =
            switch value {
            case ..<10: 2...9
            case ..<32: 10...28
            default: value / unit * unit...value / unit * unit + unit - 1
            }
        let other = String(Int.random(in: range, using: &chance))
        numbers[text] = other
        return Array(other.utf8)
    }

    private func year(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        guard let year = Int(String(decoding: digits, as: UTF8.self)) else { return Array(digits) }
        return Array(String(year - yearShift).utf8)
    }

    private func monthName(_ word: ArraySlice<UInt8>) -> [UInt8] {
        guard let month = months.firstIndex(of: String(decoding: word, as: UTF8.self)) else { return Array(word) }
        return Array(months[(month + monthShift) % 12].utf8)
    }

    /// 2026-05-09, the year varied by itself.
    private mutating func isoDay(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let parts = digits.split(separator: UInt8(ascii: "-")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3 else { return Array(digits) }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let month = (parts[1] - 1 + monthShift) % 12 + 1
        return Array("\(parts[0] - yearShift)-\(two(month))-\(two(Int.random(in: 1...28, using: &chance)))".utf8)
    }

    /// The paragraph with two neighbours among its sentences exchanged, where none of them quotes anybody. The first
    /// stays first: it says what the others are about.
    private mutating func reordered(_ line: Substring) -> String {
        guard line.utf8.count > 120, line.hasSuffix(".") || line.hasSuffix(".</p>") else { return String(line) }
        let marks = ["\"", "“", "”", "«", "‘", "’ ", "&laquo;", "&ldquo;", "&quot;"]
        guard !marks.contains(where: line.contains) else { return String(line) }
        let isMarkedUp = line.hasPrefix("<p>")
        let inside = isMarkedUp ? line.dropFirst(3).dropLast(4) : line
        guard !inside.utf8.contains(UInt8(ascii: "<")) else { return String(line) }
        var sentences = sentences(of: String(inside))
        guard sentences.count >= 3 else { return String(line) }
        let place = Int.random(in: 1..<sentences.count - 1, using: &chance)
        guard !sentences[place...].prefix(3).contains(where: leansBack) else { return String(line) }
        sentences.swapAt(place, place + 1)
        let words = sentences.joined(separator: " ")
        return isMarkedUp ? "<p>\(words)</p>" : words
    }
}

/// Names to lend: of all people in all samples, each once.
struct NamePool {
    let forenames: [String]
    let surnames: [String]

    init(_ samples: [Sample]) {
        // In a fixed order, since a set has none.
        forenames = Set(samples.flatMap(\.forenames)).sorted()
        surnames = Set(samples.flatMap(\.surnames)).sorted()
    }
}

/// Cut where a full stop ends a word of more than three letters, which no "Mr.", "St." or initial is.
private func sentences(of paragraph: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for word in paragraph.split(separator: " ") {
        sentences[sentences.count - 1].append(word)
        if word.hasSuffix("."), word.utf8.count > 4 { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
}

/// Whether a sentence cannot do without the one before it: "He asked for three days."
private func leansBack(_ sentence: String) -> Bool {
    let words: Set = [
        "He", "She", "It", "They", "His", "Her", "Its", "Their", "This", "That", "These", "But", "Both", "Yet", "Then",
    ]
    return sentence.split(separator: " ").first.map { words.contains(String($0)) } ?? false
}

let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
