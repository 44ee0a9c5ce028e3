import Extraction
import Glibc

/// A semi-Markov conditional random field over runs (Sarawagi & Cohen 2004), learnt by AdaGrad.
///
/// Everything is in a fixed order and single-threaded: the same lessons give the same weights.
struct Learner {
    private(set) var weights: [Float]
    private var squares: [Float]
    private let rate: Float
    private static let labels = NameLabel.weighted
    /// No label has stood before: the start of a run.
    private static let states = NameLabel.allCases.count + 1

    init(rate: Float) {
        weights = Array(repeating: 0, count: NameModel.rows * Self.labels)
        squares = Array(repeating: 1e-3, count: weights.count)
        self.rate = rate
    }

    /// One pass over all lessons in a shuffled order; returns the mean loss.
    mutating func pass(_ lessons: [Lesson], seed: UInt64) -> Float {
        var order = Array(lessons.indices)
        var random = Shuffler(state: seed)
        order.shuffle(using: &random)
        var loss: Float = 0
        for index in order { loss += learn(lessons[index]) }
        return loss / Float(max(1, lessons.count))
    }

    private func scores(_ features: [UInt32]) -> [Float] {
        var sums = Array(repeating: Float(0), count: Self.labels)
        for feature in features {
            let row = Int(feature) & (NameModel.rows - 1)
            for label in 0..<Self.labels { sums[label] += weights[row * Self.labels + label] }
        }
        return sums
    }

    private mutating func learn(_ lesson: Lesson) -> Float {
        var edges: [Edge] = []
        for (index, segment) in lesson.segments.enumerated() {
            let sums = scores(segment.features)
            if segment.end - segment.start == 1 { edges.append(Edge(segment, index, 0, 0)) }
            for label in 0..<Self.labels { edges.append(Edge(segment, index, label + 1, sums[label])) }
        }
        let transitions = (0..<Self.states).map { scores([NameModel.transition(from: $0)]) }
        let model = expectations(lesson.length, edges, transitions) { _ in true }
        let right = expectations(lesson.length, edges, transitions) { lesson.segments[$0.segment].allowed[$0.label] }
        guard right.total > -.infinity else { return 0 }

        var steps = Array(repeating: Float(0), count: lesson.segments.count * Self.labels)
        for (at, edge) in edges.enumerated() where edge.label > 0 {
            steps[edge.segment * Self.labels + edge.label - 1] += right.edges[at] - model.edges[at]
        }
        for (index, segment) in lesson.segments.enumerated() {
            let gradient = (0..<Self.labels).map { steps[index * Self.labels + $0] }
            guard gradient.contains(where: { abs($0) > 1e-4 }) else { continue }
            for feature in segment.features { step(feature, gradient) }
        }
        for state in 0..<Self.states {
            let gradient = (0..<Self.labels).map {
                (right.transitions[state * (Self.labels + 1) + $0 + 1]
                    - model.transitions[state * (Self.labels + 1) + $0 + 1])
            }
            if gradient.contains(where: { abs($0) > 1e-4 }) { step(NameModel.transition(from: state), gradient) }
        }
        return (model.total - right.total)
    }

    private mutating func step(_ feature: UInt32, _ gradient: [Float]) {
        let row = (Int(feature) & (NameModel.rows - 1)) * Self.labels
        for label in 0..<Self.labels where gradient[label] != 0 {
            squares[row + label] += gradient[label] * gradient[label]
            weights[row + label] += rate * gradient[label] / squares[row + label].squareRoot()
        }
    }

    // MARK: The lattice

    private struct Edge {
        let start: Int
        let end: Int
        let segment: Int
        let label: Int
        let score: Float

        init(_ segment: Lesson.Segment, _ index: Int, _ label: Int, _ score: Float) {
            start = segment.start
            end = segment.end
            self.segment = index
            self.label = label
            self.score = score
        }
    }

    private struct Expectations {
        var total: Float
        var edges: [Float]
        var transitions: [Float]
    }

    /// Forward and backward over the edges that are allowed. Edges come in order of their start.
    private func expectations(
        _ length: Int, _ edges: [Edge], _ transitions: [[Float]], _ isAllowed: (Edge) -> Bool
    ) -> Expectations {
        let states = Self.states
        let start = states - 1
        var forward = Array(repeating: -Float.infinity, count: (length + 1) * states)
        forward[start] = 0
        let allowed = edges.map(isAllowed)
        func link(_ state: Int, _ edge: Edge) -> Float { edge.label == 0 ? 0 : transitions[state][edge.label - 1] }
        // All segments that begin at a position come after all that end there.
        for (at, edge) in edges.enumerated() where allowed[at] {
            var sum = -Float.infinity
            for state in 0..<states where forward[edge.start * states + state] > -.infinity {
                sum = logSum(sum, forward[edge.start * states + state] + link(state, edge))
            }
            let place = edge.end * states + edge.label
            forward[place] = logSum(forward[place], sum + edge.score)
        }
        var backward = Array(repeating: -Float.infinity, count: (length + 1) * states)
        for state in 0..<states { backward[length * states + state] = 0 }
        for at in edges.indices.reversed() where allowed[at] {
            let edge = edges[at]
            let rest = backward[edge.end * states + edge.label] + edge.score
            for state in 0..<states {
                let place = edge.start * states + state
                backward[place] = logSum(backward[place], rest + link(state, edge))
            }
        }
        let total = backward[start]
        var result = Expectations(
            total: total, edges: Array(repeating: 0, count: edges.count),
            transitions: Array(repeating: 0, count: states * (Self.labels + 1)))
        guard total > -.infinity else { return result }
        for (at, edge) in edges.enumerated() where allowed[at] {
            let rest = edge.score + backward[edge.end * states + edge.label] - total
            for state in 0..<states where forward[edge.start * states + state] > -.infinity {
                let share = exp(forward[edge.start * states + state] + link(state, edge) + rest)
                result.edges[at] += share
                result.transitions[state * (Self.labels + 1) + edge.label] += share
            }
        }
        return result
    }

    private func logSum(_ a: Float, _ b: Float) -> Float {
        if a == -.infinity { return b }
        if b == -.infinity { return a }
        return max(a, b) + log1p(exp(-abs(a - b)))
    }
}

/// The same order on every machine (SplitMix64, Steele et al. 2014).
private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
