/// Finds what a page says in two of its parts.
///
/// A paragraph that stands twice is superfluous where one of the two parts says little else. A refrain in parts that say
/// more than that, or a short question that is asked again, is the writer's will.
struct PageRepetitions {
    private var firstParts: [SeenLine: Int] = [:]
    /// Those that were met again.
    private var repeated: Set<SeenLine> = []
    private var again: [(index: Int, part: Int, first: Int)] = []
    /// Of the parts: what they say, and what of it another part says too, in words.
    private var words: [Int: Int] = [:]
    private var sharedWords: [Int: Int] = [:]

    /// - Parameters:
    ///   - index: the paragraph's place in the page's list.
    ///   - part: the node around it and its neighbours.
    mutating func note(_ index: Int, _ line: SeenLine, words count: Int, in part: Int) {
        words[part, default: 0] += count
        guard count >= 10 else { return }
        guard let first = firstParts[line] else {
            firstParts[line] = part
            return
        }
        guard first != part else { return }
        again.append((index, part, first))
        sharedWords[part, default: 0] += count
        if repeated.insert(line).inserted { sharedWords[first, default: 0] += count }
    }

    /// The places of the paragraphs that need not be read again.
    var superfluous: [Int] { again.filter { isMostlyShared($0.part) || isMostlyShared($0.first) }.map(\.index) }

    private func isMostlyShared(_ part: Int) -> Bool {
        let shared = sharedWords[part, default: 0]
        return shared >= 25 && shared * 4 >= words[part, default: 0] * 3
    }
}

/// A folded line, to be found among others: an array of bytes would be hashed byte by byte.
struct SeenLine: Hashable {
    let bytes: [UInt8]

    init(_ block: Block, in text: [UInt8]) { bytes = FoldedLine(block, in: text).bytes }

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
