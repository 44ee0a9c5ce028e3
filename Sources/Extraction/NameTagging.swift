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
        for run in lattice.runs { tag(run, &found) }
        agree(&found)
        return found
    }

    /// The same words are the same kind all through a story: what speaks for each kind is added up.
    private func agree(_ names: inout [TaggedName]) {
        var sums: [WordKey: SIMD4<Float>] = [:]
        for name in names { sums[lattice.features.key(name.tokens), default: .zero] += name.scores }
        for index in names.indices {
            let sum = sums[lattice.features.key(names[index].tokens)] ?? names[index].scores
            names[index].label = Self.label(sum, isAlone: names[index].tokens.count == 1)
        }
    }

    /// The label with the highest score; what hardly beats the next is a name of no certain kind.
    ///
    /// A lone word is easily mistaken for a forename or surname, and somebody who is shown among the people of a story
    /// had better be one: it needs more. The margins were chosen on development articles.
    private static func label(_ scores: SIMD4<Float>, isAlone: Bool) -> NameLabel {
        let order = (0..<NameLabel.weighted).sorted { scores[$0] > scores[$1] }
        guard let best = NameLabel(rawValue: order[0] + 1) else { return .none }
        let margin = scores[order[0]] - max(scores[order[1]], 0)
        return margin < (best == .person && isAlone ? 1.5 : 0.3) ? .other : best
    }

    @inline(__always)
    private func sum(_ add: (inout FeatureSum) -> Void) -> SIMD4<Int32> {
        var sink = FeatureSum(model)
        add(&sink)
        return sink.sum
    }

    private struct Step {
        var score = -Float.infinity
        var start = 0
        var before = 0
        var scores = SIMD4<Float>()
    }

    private func tag(_ run: Range<Int>, _ found: inout [TaggedName]) {
        let labels = NameLabel.allCases.count
        let states = labels + 1
        var best = Array(repeating: Step(), count: (run.count + 1) * states)
        best[states - 1].score = 0
        let opening = run.map { at in sum { lattice.features.addOpening(at, to: &$0) } }
        let closing = run.map { at in sum { lattice.features.addClosing(at, to: &$0) } }
        let word = run.map { at in sum { lattice.features.addWord(at, to: &$0) } }
        lattice.segments(of: run) { segment in
            let start = segment.lowerBound - run.lowerBound
            let end = segment.upperBound - run.lowerBound
            var total = opening[start] &+ closing[end - 1]
            for at in start..<end { total &+= word[at] }
            total &+= self.sum { lattice.features.addWhole(segment, to: &$0) }
            let scores = SIMD4<Float>(total) * model.scale
            for before in 0..<states {
                let score = best[start * states + before].score
                guard score > -.infinity else { continue }
                for label in 0..<labels {
                    if label == 0, segment.count > 1 { continue }
                    let sum = label == 0 ? score : score + scores[label - 1] + transitions[before][label - 1]
                    if sum > best[end * states + label].score {
                        best[end * states + label] = Step(score: sum, start: start, before: before, scores: scores)
                    }
                }
            }
        }
        var end = run.count
        var label = (0..<labels).max { best[end * states + $0].score < best[end * states + $1].score } ?? 0
        var names: [TaggedName] = []
        while end > 0 {
            let step = best[end * states + label]
            if let kind = NameLabel(rawValue: label), kind != .none {
                names.append(
                    TaggedName(
                        tokens: run.lowerBound + step.start..<run.lowerBound + end, label: kind,
                        scores: step.scores))
            }
            end = step.start
            label = step.before
        }
        found += names.reversed()
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
