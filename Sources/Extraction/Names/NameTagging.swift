import News

/// A name as the model cuts and labels it.
package struct TaggedName {
    package let tokens: Range<Int>
    package internal(set) var label: NameLabel
    /// What speaks here for each label that has weights.
    var scores: SIMD4<Float>
}

/// Cuts the runs of a story into names, each run by the best-scoring sequence of segments.
package struct NameTagger {
    let lattice: NameLattice
    let model: NameModel
    /// The transition scores, by the label before; the last is the start of a run.
    private let transitions: [SIMD4<Float>]

    package init(_ lattice: NameLattice, _ model: NameModel) {
        self.lattice = lattice
        self.model = model
        transitions = (0...NameLabel.allCases.count).map {
            SIMD4<Float>(model.weights(of: NameModel.transition(from: $0))) * model.scale
        }
    }

    package func tag() -> [TaggedName] {
        var found: [TaggedName] = []
        var search = RunSearch()
        for run in lattice.runs {
            if run.count == 1 { tagWord(run, &found) } else { tag(run, &search, &found) }
        }
        var agreement = NameAgreement(lattice: lattice)
        agreement.label(&found)
        return found
    }

    /// Most runs are one word, and have no other cut.
    private func tagWord(_ run: Range<Int>, _ found: inout [TaggedName]) {
        let scores =
            SIMD4<Float>(wordSum(run.lowerBound) &+ sum { lattice.features.addWhole(run, to: &$0) }) * model.scale
        let ranked = scores + transitions[RunSearch.start]
        guard let best = NameLabel(rawValue: 1 + ranked.indexOfMax), ranked.max() > 0 else { return }
        found.append(TaggedName(tokens: run, label: best, scores: scores))
    }

    private func wordSum(_ at: Int) -> SIMD4<Int32> {
        sum {
            lattice.features.addOpening(at, to: &$0)
            lattice.features.addClosing(at, to: &$0)
            lattice.features.addWord(at, to: &$0)
        }
    }

    private func tag(_ run: Range<Int>, _ search: inout RunSearch, _ found: inout [TaggedName]) {
        search.begin(run.count)
        for at in run {
            search.opening.append(sum { lattice.features.addOpening(at, to: &$0) })
            search.closing.append(sum { lattice.features.addClosing(at, to: &$0) })
            search.word.append(sum { lattice.features.addWord(at, to: &$0) })
        }
        lattice.segments(of: run) { segment in
            let start = segment.lowerBound - run.lowerBound
            let end = segment.upperBound - run.lowerBound
            var total = search.opening[start] &+ search.closing[end - 1]
            for at in start..<end { total &+= search.word[at] }
            total &+= sum { lattice.features.addWhole(segment, to: &$0) }
            search.add(start..<end, SIMD4<Float>(total) * model.scale, transitions)
        }
        search.finish(from: run.lowerBound, &found)
    }

    @inline(__always)
    private func sum(_ add: (inout FeatureSum) -> Void) -> SIMD4<Int32> {
        var sink = FeatureSum(model)
        add(&sink)
        return sink.sum
    }
}

/// The best way to cut a run, found from left to right (Viterbi). Kept from run to run for its room.
private struct RunSearch {
    /// What speaks of a segment that begins, ends, or has a word there.
    var opening: [SIMD4<Int32>] = []
    var closing: [SIMD4<Int32>] = []
    var word: [SIMD4<Int32>] = []

    /// For each position and label of the segment that ends there, the best way to it.
    private var steps: [Step] = []
    private var length = 0

    private struct Step {
        var score = -Float.infinity
        var start = 0
        var before = 0
        var scores = SIMD4<Float>()
    }

    private static let labels = NameLabel.allCases.count
    /// Stands for the label before the first segment.
    static let start = labels
    private static let states = labels + 1

    mutating func begin(_ length: Int) {
        self.length = length
        opening.removeAll(keepingCapacity: true)
        closing.removeAll(keepingCapacity: true)
        word.removeAll(keepingCapacity: true)
        steps.removeAll(keepingCapacity: true)
        for _ in 0..<(length + 1) * Self.states { steps.append(Step()) }
        steps[Self.start].score = 0
    }

    /// Takes a segment; those that begin at a position come after all that end there.
    mutating func add(_ segment: Range<Int>, _ scores: SIMD4<Float>, _ transitions: [SIMD4<Float>]) {
        let end = segment.upperBound * Self.states
        for before in 0..<Self.states {
            let score = steps[segment.lowerBound * Self.states + before].score
            guard score > -.infinity else { continue }
            if segment.count == 1, score > steps[end].score {
                steps[end] = Step(score: score, start: segment.lowerBound, before: before)
            }
            let sums = scores + transitions[before] + score
            for label in 1..<Self.labels where sums[label - 1] > steps[end + label].score {
                steps[end + label] = Step(
                    score: sums[label - 1], start: segment.lowerBound, before: before, scores: scores)
            }
        }
    }

    /// Adds the names of the best way, in order.
    func finish(from first: Int, _ found: inout [TaggedName]) {
        var end = length
        var label = 0
        for other in 1..<Self.labels
        where steps[end * Self.states + other].score > steps[end * Self.states + label].score { label = other }
        let known = found.count
        while end > 0 {
            let step = steps[end * Self.states + label]
            if let kind = NameLabel(rawValue: label), kind != .none {
                found.append(TaggedName(tokens: first + step.start..<first + end, label: kind, scores: step.scores))
            }
            end = step.start
            label = step.before
        }
        found[known...].reverse()
    }
}

extension SIMD4<Float> {
    var indexOfMax: Int {
        var best = 0
        for index in 1..<4 where self[index] > self[best] { best = index }
        return best
    }
}

extension NameCutter {
    /// The stretches as the model cuts them, with what the rules found around them; and what each is.
    func cut(as names: [TaggedName], from stretches: [NamedStretch]) -> ([NamedStretch], [Entity.Kind?]) {
        var result: [(NamedStretch, Entity.Kind?)] = []
        var taken = Array(repeating: false, count: prose.tokens.count)
        var stretchAt: [Int: Int] = [:]
        for (index, stretch) in stretches.enumerated() { stretchAt[stretch.tokens.lowerBound] = index }
        for name in names {
            let beside = stretchAt[name.tokens.lowerBound].map { stretches[$0] }
            if let beside, beside.isDemonym, beside.tokens == name.tokens { continue }
            // "the Kentucky Republican" describes a person.
            if name.label != .person, describesPerson(name.tokens) { continue }
            for token in name.tokens { taken[token] = true }
            var stretch = beside ?? NamedStretch(tokens: name.tokens)
            if stretch.tokens != name.tokens {
                stretch = NamedStretch(
                    tokens: name.tokens, role: stretch.role, hasHonorific: stretch.hasHonorific, gender: stretch.gender)
                if let match = matches.names[name.tokens.lowerBound], match.end == name.tokens.upperBound {
                    stretch.match = match
                }
            }
            stretch.isMaybeName = false
            result.append((stretch, name.label.kind))
        }
        for stretch in stretches where !stretch.tokens.contains(where: { taken[$0] }) { result.append((stretch, nil)) }
        result.sort { $0.0.tokens.lowerBound < $1.0.tokens.lowerBound }
        return (result.map(\.0), result.map(\.1))
    }
}

extension NameCutter {
    /// A place and what somebody is there.
    fileprivate func describesPerson(_ name: Range<Int>) -> Bool {
        guard let place = matches.names[name.lowerBound], place.end < name.upperBound else { return false }
        return matches.roles[place.end].map { $0.end == name.upperBound && isRoleProper($0, in: name) } == true
    }
}

extension NameLabel {
    var kind: Entity.Kind? {
        switch self {
        case .none: nil
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        case .other: .other
        }
    }
}
