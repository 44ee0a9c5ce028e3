import Extraction
import Feeds
package import News
import Storage
import Synchronization

extension Newsroom {
    /// Fetches the web page of a story of a feed, and puts the article in it in the place of what the feed gave, which is
    /// kept as an older version.
    /// - Parameter report: is given its row as it is now.
    /// - Returns: what extraction finds in it.
    /// - Throws: when there is no address, when it cannot be fetched, and when no article can be told from the rest of
    ///   the page: then everything stays as it was.
    package func fetchPage(id: String, _ report: (LoadReport) -> Void) throws(Problem) -> Reading {
        guard let number = try number(of: id), let source = try index.source(of: number) else {
            throw Problem("The story is not there any more.")
        }
        guard source.body != nil else { throw Problem("“\(source.title)” is a file: there is no page to fetch.") }
        guard let link = source.link, let address = WebAddress(link) else {
            throw Problem("The feed gives no address for “\(source.title)”.")
        }
        let page = try fetched(address)
        let reading = try keep(page, of: source)
        try tell(of: [number], report)
        return reading
    }

    /// Fetches the pages of stories whose feeds are wanted whole. What fails is reported and stays as it is.
    func fetchPages(_ stories: [Int], _ report: @escaping @Sendable (LoadReport) -> Void) throws(Problem) {
        var wanted: [(source: StorySource, request: FetchRequest)] = []
        for number in stories {
            if let source = try index.source(of: number), let link = source.link, let address = WebAddress(link) {
                wanted.append((source, FetchRequest(address, purpose: .page)))
            }
        }
        // A few at a time: pages are large, and wait in memory until they are read.
        for start in stride(from: 0, to: wanted.count, by: 6) {
            if isStopped.load(ordering: .relaxed) { return }
            fetchPages(Array(wanted[start..<min(start + 6, wanted.count)]), report)
        }
    }

    private func fetchPages(
        _ wanted: [(source: StorySource, request: FetchRequest)], _ report: @escaping @Sendable (LoadReport) -> Void
    ) {
        let came = Mutex<[(place: Int, page: Fetched)]>([])
        fetcher.fetchAll(wanted.map(\.request)) { place, outcome in
            switch outcome {
            case .new(let page): came.withLock { $0.append((place, page)) }
            case .failed(let failure):
                let problem = failure.problem
                let title = wanted[place].source.title
                report(
                    .problem(
                        Problem(
                            "The page of “\(title)”: \(problem.summary)", remedy: problem.remedy, detail: problem.detail
                        )))
            case .unchanged, .cancelled: break
            }
        }
        for (place, page) in came.withLock({ $0 }) {
            do {
                _ = try keep(page, of: wanted[place].source)
            } catch {
                report(.problem(error))
            }
        }
    }

    private func fetched(_ address: WebAddress) throws(Problem) -> Fetched {
        let answer = Mutex<FetchOutcome?>(nil)
        fetcher.fetchAll([FetchRequest(address, purpose: .page)]) { _, outcome in answer.withLock { $0 = outcome } }
        switch answer.withLock({ $0 }) {
        case .new(let page): return page
        case .failed(let failure): throw failure.problem
        case .unchanged, .cancelled, nil: throw Problem("Fetching was cancelled.")
        }
    }

    private func keep(_ page: Fetched, of source: StorySource) throws(Problem) -> Reading {
        let declared = page.facts.contentType.flatMap(characterSet) ?? declaredCharacterSet(ofPage: page.bytes)
        let entry = StoredEntry(page: decoded(page.bytes, declared: declared), address: page.facts.address.text)
        let article = try fetched(source, entry)
        if article.wordCount < Self.fewestWords {
            throw Problem(
                "No article can be found in the page of “\(source.title)”.", remedy: "Open it in the browser with o.")
        }
        let version = try index.replaceBody(of: source.number, by: TextPacker().pack(entry.stored), seen: now())
        let reading = read(article)
        _ = try index.keep(
            [ReadStory(.indexed(source.number, version: version), reading)], seen: now(), folded: { foldedWords($0) })
        recent.add(reading)
        return reading
    }

    /// Shorter ones are notices: "This page needs JavaScript."
    private static let fewestWords = 30
}

/// "utf-8" of "text/html; charset=utf-8".
private func characterSet(_ contentType: String) -> String? {
    for part in contentType.split(separator: ";").dropFirst() {
        let pair = part.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
        if pair.count == 2, pair[0].lowercased() == "charset" { return pair[1] }
    }
    return nil
}
