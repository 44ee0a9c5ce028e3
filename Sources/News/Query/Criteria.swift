/// Conditions, put together.
package indirect enum Criteria<Leaf: Hashable & Sendable>: Hashable, Sendable {
    /// All of them hold; without any, everything is wanted.
    case all([Criteria])
    /// One of them holds; without any, nothing is wanted.
    case any([Criteria])
    case not(Criteria)
    case term(Leaf)

    /// What holds for every story.
    package static var everything: Criteria { .all([]) }
    /// What holds for none.
    package static var nothing: Criteria { .any([]) }

    /// All of them, without a group around only one.
    static func joint(_ parts: [Criteria]) -> Criteria { parts.count == 1 ? parts[0] : .all(parts) }

    /// One of them, without a group around only one.
    static func alternative(_ parts: [Criteria]) -> Criteria { parts.count == 1 ? parts[0] : .any(parts) }

    /// The opposite; of a `not` what is in it.
    package var opposite: Criteria {
        if case .not(let part) = self { return part }
        return .not(self)
    }

    /// The conditions that a story may meet by having something, in the order written: those under a `not` are left out. Their
    /// words are what a list of hits ranks by and what an open story marks.
    package var sought: [Leaf] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.sought)
        case .not(let part): part.avoided
        case .term(let leaf): [leaf]
        }
    }

    private var avoided: [Leaf] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.avoided)
        case .not(let part): part.sought
        case .term: []
        }
    }

    /// Whether any condition is such a one.
    package func contains(where isSuch: (Leaf) -> Bool) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.contains(where: isSuch) }
        case .not(let part): part.contains(where: isSuch)
        case .term(let leaf): isSuch(leaf)
        }
    }

    /// The same in fewer groups: none within one of its kind, none of one, nothing twice, no `not` of a `not`.
    package var simplified: Criteria {
        switch self {
        case .term: return self
        case .not(let part):
            switch part.simplified {
            case .not(let inner): return inner
            case .everything: return .nothing
            case .nothing: return .everything
            case let inner: return .not(inner)
            }
        case .all(let parts):
            var seen: Set<Criteria> = []
            let flat = parts.map(\.simplified).flatMap { if case .all(let inner) = $0 { inner } else { [$0] } }
            return flat.contains(.nothing) ? .nothing : .joint(flat.filter { seen.insert($0).inserted })
        case .any(let parts):
            var seen: Set<Criteria> = []
            let flat = parts.map(\.simplified).flatMap { if case .any(let inner) = $0 { inner } else { [$0] } }
            return flat.contains(.everything) ? .everything : .alternative(flat.filter { seen.insert($0).inserted })
        }
    }
}

extension Criteria {
    /// Whether it holds where some conditions do.
    package func holds(_ passes: (Leaf) -> Bool) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(passes) }
        case .any(let parts): parts.contains { $0.holds(passes) }
        case .not(let part): !part.holds(passes)
        case .term(let leaf): passes(leaf)
        }
    }

    /// The rows for which it holds: sets do what `holds` does for one.
    package func rows<Rows: RowSet, Failure: Error>(
        among rows: Rows, passing: (Leaf, Rows) throws(Failure) -> Rows
    ) throws(Failure) -> Rows {
        switch self {
        case .term(let leaf):
            var found = try passing(leaf, rows)
            found.formIntersection(rows)
            return found
        case .not(let part):
            var left = rows
            left.subtract(try part.rows(among: rows, passing: passing))
            return left
        case .all(let parts):
            var left = rows
            for part in parts where !left.isEmpty { left = try part.rows(among: left, passing: passing) }
            return left
        case .any(let parts):
            var left = rows
            for part in parts where !left.isEmpty { left.subtract(try part.rows(among: left, passing: passing)) }
            var found = rows
            found.subtract(left)
            return found
        }
    }
}
