import News

/// A query of Dateline's as a filter of newsboat's that finds the same stories.
///
/// As newsboat has no order between `and` and `or`, every group within another stands in brackets.
enum NewsboatQuery {
    /// Nil when newsboat has no words for a part of it.
    static func filter(for query: String) -> String? {
        let parsed = Query.parsed(query)
        return parsed.error == nil ? filter(for: parsed.query.simplified, isOpposite: false) : nil
    }

    private static func filter(for query: Query, isOpposite: Bool) -> String? {
        switch query {
        case .not(let part): return filter(for: part, isOpposite: !isOpposite)
        case .all(let parts): return filter(for: parts, joinedBy: isOpposite ? "or" : "and", isOpposite: isOpposite)
        case .any(let parts): return filter(for: parts, joinedBy: isOpposite ? "and" : "or", isOpposite: isOpposite)
        case .term(let term): return condition(of: term, isOpposite: isOpposite)
        }
    }

    private static func filter(for parts: [Query], joinedBy joint: String, isOpposite: Bool) -> String? {
        var conditions: [String] = []
        for part in parts {
            guard let condition = filter(for: part, isOpposite: isOpposite) else { return nil }
            conditions.append(part.isGroup ? "(\(condition))" : condition)
        }
        return conditions.isEmpty ? nil : conditions.joined(separator: " \(joint) ")
    }

    private static func condition(of term: QueryTerm, isOpposite: Bool) -> String? {
        switch term {
        case .words(let place, let words): condition(of: words.text, in: place, isOpposite: isOpposite)
        case .state(.read): "unread = \"\(isOpposite ? "yes" : "no")\""
        case .published(.since(.ago(let count, let unit))):
            days(count, unit).map { "age \(isOpposite ? ">=" : "<") \($0)" }
        case .published(.before(.ago(let count, let unit))):
            days(count, unit).map { "age \(isOpposite ? "<" : ">=") \($0)" }
        case .state, .published, .about, .mentions, .language, .length: nil
        }
    }

    private static func condition(of words: String, in place: SoughtPlace, isOpposite: Bool) -> String? {
        let sign = isOpposite ? "!~" : "=~"
        switch place {
        case .text:
            let joint = isOpposite ? "and" : "or"
            return "(title \(sign) \"\(pattern(words))\" \(joint) content \(sign) \"\(pattern(words))\")"
        case .title: return "title \(sign) \"\(pattern(words))\""
        case .feed: return "feedtitle \(sign) \"\(pattern(words))\""
        case .byline: return "author \(sign) \"\(pattern(words))\""
        case .link: return "link \(sign) \"\(pattern(words))\""
        case .tag: return "tags \(isOpposite ? "!#" : "#") \"\(words)\""
        case .speaker, .says, .name, .source: return nil
        }
    }

    private static func days(_ count: Int, _ unit: QueryMoment.Unit) -> Int? {
        switch unit {
        case .day: count
        case .week: count * 7
        case .minute, .hour, .month, .year: nil
        }
    }

    /// As a regular expression, within quotation marks, of which words have none.
    private static func pattern(_ words: String) -> String {
        words.reduce(into: "") { pattern, character in
            if "\\.[](){}*+?^$|".contains(character) { pattern += "\\\\" }
            pattern.append(character)
        }
    }
}

extension Query {
    fileprivate var isGroup: Bool {
        switch self {
        case .all, .any: true
        case .not(let part): part.isGroup
        case .term: false
        }
    }
}
