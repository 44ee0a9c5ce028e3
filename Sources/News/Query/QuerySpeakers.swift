extension Query {
    /// The tests that a query asks for.
    /// - Parameter speakers: who has to say what is said; empty for anybody.
    func told(by speakers: [SoughtWords], _ calendar: QueryCalendar) -> Criteria<StoryTest> {
        switch self {
        case .term(let term): .term(term.test(by: speakers, calendar))
        case .not(let part): .not(part.told(by: speakers, calendar))
        case .any(let parts): .any(parts.map { $0.told(by: speakers, calendar) })
        case .all(let parts): .all(Self.told(parts, by: speakers, calendar))
        }
    }

    private static func told(
        _ parts: [Query], by speakers: [SoughtWords], _ calendar: QueryCalendar
    ) -> [Criteria<StoryTest>] {
        let named = parts.map(\.namedSpeakers)
        var current = named.first { $0 != nil } ?? speakers
        var tests: [Criteria<StoryTest>] = []
        for (part, own) in zip(parts, named) {
            if let own { current = own }
            tests.append(part.told(by: current ?? [], calendar))
        }
        // Whoever says something is quoted: there is no need to ask for both.
        let telling = Set(tests.compactMap(\.tellers))
        return zip(tests, named).filter { _, own in own.map { !telling.contains($0) } ?? true }.map(\.0)
    }

    /// Those whom it names as speakers, one of whom is meant; nil when it asks for anything else.
    private var namedSpeakers: [SoughtWords]? {
        switch self {
        case .term(.words(.speaker, let words)): return [words]
        case .any(let parts) where !parts.isEmpty:
            let named = parts.compactMap(\.namedSpeakers)
            return named.count == parts.count ? named.flatMap { $0 } : nil
        default: return nil
        }
    }
}

extension Criteria<StoryTest> {
    /// Those of whom it asks that one says something, whatever else; nil when it does not.
    fileprivate var tellers: [SoughtWords]? {
        switch self {
        case .term(.said(_, by: let speakers)): return speakers
        case .any(let parts):
            guard let first = parts.first?.tellers, parts.allSatisfy({ $0.tellers == first }) else { return nil }
            return first
        default: return nil
        }
    }
}

extension QueryTerm {
    fileprivate func test(by speakers: [SoughtWords], _ calendar: QueryCalendar) -> StoryTest {
        switch self {
        case .words(.says, let words) where !speakers.isEmpty: return .said(words, by: speakers)
        case .words(let place, let words): return .words(place, words)
        case .about(let territory): return .about(territory)
        case .mentions(let territory): return .mentions(territory)
        case .language(let code): return .language(code)
        case .state(let state): return .state(state)
        case .published(let period):
            let bounds = calendar.bounds(of: period)
            return .published(from: bounds.from, before: bounds.before)
        case .length(let range): return .length(range)
        }
    }
}
