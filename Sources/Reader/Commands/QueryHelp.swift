import News

// What helps somebody who types a query, in a search or behind `:filter`.

extension AppState {
    /// What is wrong in a query; nil when it is all right.
    func queryError(in query: String) -> QueryError? { Query.parsed(query, names: queryNames).error }

    /// The query that is typed behind a command that takes one; nil in any other line.
    var filterTyped: String? {
        guard case .command(let prompt) = overlay, let blank = prompt.words.firstIndex(where: \.isWhitespace) else {
            return nil
        }
        let typed = String(prompt.words[..<blank])
        let name = CommandForm.aliases[typed] ?? typed
        guard CommandForm.all.contains(where: { $0.name == name && $0.argument == .query }) else { return nil }
        return String(prompt.words[prompt.words.index(after: blank)...])
    }

    /// What may stand at the end of a query: whole lines.
    /// - Parameter head: what stands before the query in them.
    func queryCompletions(of query: String, behind head: String = "") -> [CommandPrompt.Completion] {
        let completion = Query.completion(of: query, at: query.utf8.count) { values(of: $0, beginning: $1) }
        let bytes = Array(query.utf8)
        let (start, end) = (min(completion.span.start, bytes.count), min(completion.span.end, bytes.count))
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        let after = String(decoding: bytes[end...], as: UTF8.self)
        return completion.candidates.map { candidate in
            CommandPrompt.Completion(line: head + before + candidate.text + after, help: candidate.meaning, key: "")
        }
    }

    /// Tab in a search.
    mutating func complete(_ prompt: SearchPrompt, by step: Int) -> [Effect] {
        var prompt = prompt
        let typed = prompt.words
        prompt.complete(by: step) { queryCompletions(of: typed) }
        overlay = .search(prompt)
        return prompt.words == searchWords ? [] : search(for: prompt.words)
    }

    /// What the library has for a field.
    private func values(of field: QueryField, beginning typed: String) -> [QueryCompletion.Candidate] {
        switch field.kind {
        case .about, .mentions:
            countries(beginning: typed).map { QueryCompletion.Candidate($0.name.lowercased(), localName(of: $0)) }
        case .words(.feed):
            fitting(typed, library.listing.feeds.map(\.name) + library.feeds.map(\.name)).map { .init($0) }
        case .words(.tag): fitting(typed, tags).map { .init($0) }
        case .words, .region, .language, .state, .since, .before, .on, .length: []
        }
    }

    /// Those that stories are about, by the start of their names or by their codes.
    private func countries(beginning typed: String) -> [Country] {
        let wanted = Folded(typed)
        return library.countries.filter {
            countryNames.starts($0, with: wanted) || Folded($0.code).bytes == wanted.bytes
        }
    }

    /// Of all feeds, each once: a folder is a tag of what is in it.
    private var tags: [String] {
        Set(library.listing.feeds.flatMap { $0.tags + $0.folder }).sorted()
    }
}
