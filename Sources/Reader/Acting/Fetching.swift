import News

// Feeds that are being fetched.

extension AppState {
    /// - Returns: what has to be asked again once all have answered.
    mutating func takeIn(fetched done: Int, of total: Int) -> [Effect] {
        if done == 0, fetching == nil { fetchFailures = 0 }
        guard done >= total else {
            fetching = Progress(done: done, total: total)
            return []
        }
        // The end is told twice.
        guard fetching != nil else { return [] }
        if !isCancelling, case .none = overlay, notice?.isWarning != true {
            let failures = fetchFailures
            say(
                failures == 0
                    ? Texts.fetched(total)
                    : Texts.fetched(total, failed: failures, problems: keymap.keyName(of: .problems)))
        }
        fetching = nil
        isCancelling = false
        return askForSmartFeedsAnew()
    }

    /// A feed has answered, or not: what was wrong with it before is no longer so.
    mutating func takeIn(_ problem: Problem?, ofFeed id: String, named name: String) {
        problems.removeAll { $0.feed == id }
        guard let problem else { return }
        fetchFailures += 1
        let told = Problem("\(name): \(problem.summary)", remedy: problem.remedy, detail: problem.detail)
        problems.append(ToldProblem(problem: told, time: clock?.time, feed: id))
    }

    /// What was told, newest first, and then the feeds whose last fetch failed, whoever fetched.
    var allProblems: [ToldProblem] {
        let told = Set(problems.compactMap(\.feed))
        let failing = library.listing.feeds.compactMap { feed -> ToldProblem? in
            guard let failure = feed.failure, !told.contains(feed.id) else { return nil }
            let problem = Problem(
                "\(feed.name): \(failure.summary)", remedy: failure.remedy,
                detail: Texts.failed(feed.failures, since: feed.lastSucceeded?.day, failure.detail))
            return ToldProblem(problem: problem, time: feed.lastChecked.flatMap { clock?.age(of: $0) }, feed: feed.id)
        }
        return problems.reversed() + failing
    }

    mutating func cancelFetching() -> [Effect] {
        guard fetching != nil else {
            say(Texts.nothingIsFetched)
            return []
        }
        isCancelling = true
        say(Texts.fetchingCancelled)
        return [.cancelRefresh]
    }
}
