import News

// Files that are read anew, and what was wrong with them.

/// What came of reading anew so far.
struct Refreshing: Sendable {
    /// What was said when it began: what takes its place at the end, unless something else did.
    let said: AppState.Notice?
    /// What was known to be wrong.
    let problems: [Problem]
    private(set) var read = 0
    private(set) var new = 0
    private(set) var changed = 0

    init(said: AppState.Notice?, problems: [Problem]) {
        self.said = said
        self.problems = problems
    }

    /// Stories were read that the library does not have yet, or has as they were.
    mutating func count(_ headlines: [Headline], in library: Library) {
        read += headlines.count
        for headline in headlines {
            guard let known = library[headline.id] else {
                new += 1
                continue
            }
            if known.title != headline.title || known.wordCount != headline.wordCount
                || known.published != headline.published || known.countries != headline.countries
            {
                changed += 1
            }
        }
    }
}

extension AppState {
    /// The same again is told once, at its last time.
    mutating func takeIn(_ problem: Problem) {
        problems.removeAll { $0.feed == nil && $0.problem == problem }
        problems.append(ToldProblem(problem: problem, time: clock?.time))
    }

    /// All that was asked for has been read. Fetching has said itself what came of it.
    mutating func endRefresh() {
        guard let ended = refreshing else { return }
        refreshing = nil
        guard notice == ended.said, notice != nil else { return }
        let failed = problems.count { !ended.problems.contains($0.problem) }
        let words = Texts.refreshed(ended.read, new: ended.new, changed: ended.changed)
        guard failed > 0 else { return say(words) }
        let tail = Texts.refreshed(failed: failed, problems: keymap.keyName(of: .problems))
        say(ended.read == 0 ? tail : words + " " + tail)
    }
}
