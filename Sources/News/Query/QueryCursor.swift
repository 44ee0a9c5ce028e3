/// What piece of a query the cursor is in.
struct QueryCursor {
    /// The field whose value it is; nil for a word without one.
    private(set) var field: QueryField?
    /// What stands of the piece before the cursor.
    private(set) var begun = ""
    /// The whole piece; empty between two.
    private(set) var span: TextSpan

    private let cursor: Int
    private let bytes: [UInt8]
    /// The fields of the brackets that are open, nil for those without.
    private var brackets: [QueryField?] = []

    /// - Parameter cursor: a UTF-8 offset.
    init(_ cursor: Int, in typed: String) {
        // What is behind is not read either.
        let typed = typed.utf8Prefix(Query.longest)
        bytes = Array(typed.utf8)
        self.cursor = min(max(0, cursor), bytes.count)
        span = TextSpan(self.cursor, self.cursor)
        var scanner = QueryScanner(typed)
        while let token = scanner.next(), token.span.start <= self.cursor {
            if isFound(in: token) { break }
        }
    }

    /// Whether the cursor is in the piece rather than behind it.
    private mutating func isFound(in token: QueryToken) -> Bool {
        let isWithin = cursor <= token.span.end
        switch token.kind {
        case .not: return false
        case .open:
            if cursor < token.span.end { return true }
            brackets.append(field)
        case .close:
            if cursor < token.span.end { return true }
            brackets = brackets.dropLast()
            field = brackets.last ?? nil
        case .or, .and:
            field = brackets.last ?? nil
        case .field(let own):
            // Right behind the colon it is a value.
            guard cursor < token.span.end else {
                field = own
                return false
            }
            field = nil
            take(from: token.span.start, to: token.span.end)
            return true
        case .word, .phrase:
            guard isWithin else {
                field = brackets.last ?? nil
                return false
            }
            takeValue(token)
            return true
        }
        return false
    }

    private mutating func takeValue(_ token: QueryToken) {
        if case .phrase = token.kind {
            take(from: token.span.start, to: token.span.end, behind: token.lettersStart)
        } else if field?.takesList == true {
            let comma = UInt8(ascii: ",")
            let start = bytes[token.span.start..<cursor].lastIndex(of: comma).map { $0 + 1 } ?? token.span.start
            let end = bytes[cursor..<token.span.end].firstIndex(of: comma) ?? token.span.end
            take(from: start, to: end)
        } else if field != nil || cursor > token.span.start {
            take(from: token.span.start, to: token.span.end)
        }
    }

    private mutating func take(from start: Int, to end: Int, behind mark: Int? = nil) {
        span = TextSpan(start, end)
        let first = mark ?? start
        begun = first < cursor ? String(decoding: bytes[first..<cursor], as: UTF8.self) : ""
    }
}
