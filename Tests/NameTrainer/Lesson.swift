import Extraction
import News

/// A run of a marked text: its segments with their features, and which of them are right.
struct Lesson {
    let length: Int
    let segments: [Segment]

    struct Segment {
        /// Relative to the run.
        let start: Int
        let end: Int
        let features: [UInt32]
        /// By `NameLabel`: whether the marks allow it.
        let allowed: [Bool]
    }

    /// All lessons of a story, in order. A run with a mark that cannot be cut so is left out.
    static func all(of story: GoldStory) -> [Lesson] {
        let lattice = NameLattice(story.article)
        return lattice.runs.compactMap { run in
            guard let gold = gold(run, lattice, story) else { return nil }
            let covered = gold.keys.reduce(into: Set<Int>()) { $0.formUnion($1) }
            var segments: [Segment] = []
            lattice.segments(of: run) { tokens in
                var allowed = Array(repeating: false, count: NameLabel.allCases.count)
                if let label = gold[tokens] {
                    allowed[label.rawValue] = true
                } else if covered.isDisjoint(with: tokens) {
                    if tokens.count == 1 { allowed[NameLabel.none.rawValue] = true }
                    if !story.marksOthers { allowed[NameLabel.other.rawValue] = true }
                }
                segments.append(
                    Segment(
                        start: tokens.lowerBound - run.lowerBound, end: tokens.upperBound - run.lowerBound,
                        features: lattice.features(of: tokens), allowed: allowed))
            }
            return Lesson(length: run.count, segments: segments)
        }
    }

    /// The marked names within a run, by their tokens; nil when one of them is no segment of the run.
    private static func gold(
        _ run: Range<Int>, _ lattice: NameLattice, _ story: GoldStory
    ) -> [Range<Int>: NameLabel]? {
        let extent = lattice.span(run)
        var possible: Set<Range<Int>> = []
        lattice.segments(of: run) { possible.insert($0) }
        var found: [Range<Int>: NameLabel] = [:]
        for (span, label) in story.names where span.overlaps(extent) {
            var tokens = run.filter {
                lattice.span($0..<$0 + 1).overlaps(span) && !lattice.isOutsideNames($0, of: span)
            }
            // Some annotators count titles in.
            if label == .person {
                while tokens.count > 1, lattice.isPartOfRole(tokens[0]) { tokens.removeFirst() }
            }
            guard let first = tokens.first, let last = tokens.last, possible.contains(first..<last + 1) else {
                return nil
            }
            found[first..<last + 1] = label
        }
        return found
    }
}
