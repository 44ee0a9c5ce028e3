import News
import TOMLKit

/// One value of a config: `list = 30` below `[panes]` is `panes`, `list`, 30.
struct Entry: Hashable, Sendable {
    let path: [String]
    let value: Value
    let keyPlace: FilePlace
    let valuePlace: FilePlace

    indirect enum Value: Hashable, Sendable {
        case words(String)
        case number(Int)
        case fraction(Double)
        case truth(Bool)
        case list([Value])
        /// A date, an empty table, or something else that nothing here asks for.
        case other(String)
    }
}

/// Parses each statement by itself, so that what cannot be read costs nothing else.
struct EntryReader {
    let file: String
    private(set) var entries: [Entry] = []
    private(set) var problems: [Problem] = []
    /// The table that statements belong to; nil below a header that cannot be read.
    private var table: [String]? = []
    private var seen: [[String]: Int] = [:]

    init(file: String) { self.file = file }

    mutating func read(_ text: String) {
        for statement in statements(of: text) { read(statement) }
    }

    private mutating func read(_ statement: Statement) {
        let isHeader = statement.isHeader
        guard statement.fault == nil, !statement.hasInnerTable else {
            if isHeader { table = nil }
            problems.append(oddity(of: statement))
            return
        }
        do {
            let parsed = try TOMLTable(string: statement.text)
            if isHeader {
                table = Self.path(ofHeader: parsed)
                if table == nil {
                    problems.append(
                        place(statement).problem(
                            "lists of tables have no use here.", remedy: "Write [name], with one bracket."))
                }
            } else if let table {
                take(parsed, below: table, of: statement)
            }
        } catch {
            if isHeader { table = nil }
            problems.append(problem(of: error, in: statement, isHeader: isHeader))
        }
    }

    private static func path(ofHeader parsed: TOMLTable) -> [String]? {
        var path: [String] = []
        var table = parsed
        while let name = table.keys.first {
            path.append(name)
            guard let inner = table[name]?.table else { return nil }
            table = inner
        }
        return path
    }

    private mutating func take(_ parsed: TOMLTable, below table: [String], of statement: Statement) {
        for name in parsed.keys {
            guard let value = parsed[name] else { continue }
            let path = table + [name]
            if let inner = value.table, !inner.isEmpty {
                take(inner, below: path, of: statement)
                continue
            }
            if let line = seen[path] {
                problems.append(
                    place(statement).problem(
                        "“\(name)” was set in line \(line) already.", remedy: "Delete one of them; the first is used."))
                continue
            }
            seen[path] = statement.line
            entries.append(
                Entry(
                    path: path, value: Entry.Value(value), keyPlace: place(statement),
                    valuePlace: place(statement, column: statement.valueColumn)))
        }
    }

    private func place(_ statement: Statement, column: Int? = nil) -> FilePlace {
        FilePlace(file: file, line: statement.line, column: column ?? statement.column)
    }

    private func oddity(of statement: Statement) -> Problem {
        if statement.hasInnerTable {
            return place(statement, column: statement.valueColumn).problem(
                "a table within a line cannot be read.", remedy: "Write it below a line of its own: [name].")
        }
        let fault = statement.fault ?? (1, 1)
        return FilePlace(file: file, line: statement.line + fault.line - 1, column: fault.column).problem(
            Self.unread(statement.isHeader), remedy: Self.remedy(for: statement, badFrom: fault.column))
    }

    private static func unread(_ isHeader: Bool) -> String {
        isHeader ? "this cannot be read; all up to the next [table] is left out." : "this cannot be read."
    }

    private func problem(of error: any Error, in statement: Statement, isHeader: Bool) -> Problem {
        guard let fault = error as? TOMLParseError else {
            return place(statement).problem("this cannot be read.", remedy: "", detail: "\(error)")
        }
        let line = min(statement.line + max(0, fault.source.begin.line - 1), statement.line + statement.lines.count - 1)
        let place = FilePlace(file: file, line: line, column: max(1, fault.source.begin.column))
        // What the parser says of numbers is about its types.
        let detail = Self.numberRemedy(for: statement.value) == nil ? fault.description : ""
        return place.problem(Self.unread(isHeader), remedy: Self.remedy(for: statement), detail: detail)
    }

    /// The mistakes that are made most.
    private static func remedy(for statement: Statement, badFrom fault: Int = 1) -> String {
        let line = statement.lines[0]
        guard statement.valueColumn != nil else {
            return line.drop { $0 == " " }.first == "["
                ? "A table’s name stands in brackets: [keys.article]."
                : "Write name = value; a remark begins with #."
        }
        let key = line[..<(line.firstIndex(of: "=") ?? line.endIndex)].split(separator: " ").joined(separator: " ")
        let value = statement.value
        let bare = key.unicodeScalars.allSatisfy {
            $0 == "." || $0 == "_" || $0 == "-" || $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9") ~= $0)
        }
        if !bare, key.first != "\"", key.first != "'" {
            let good = key.prefix(max(0, fault - statement.column))
            return "A key stands between quotation marks: \(good)\"\(key.dropFirst(good.count))\" = \(value)"
        }
        if let first = value.first, first.isLetter || "~/<".contains(first) || value.last == "%" {
            return "Words stand between quotation marks: \(key) = \"\(value)\""
        }
        if let remedy = numberRemedy(for: value) { return remedy }
        if value.isEmpty { return "There is nothing behind the “=”." }
        return "Look for a missing quotation mark, bracket or comma."
    }
}

extension EntryReader {
    /// What is wrong with a number; nil when the value was meant to be something else.
    fileprivate static func numberRemedy(for value: String) -> String? {
        guard let first = value.first, first.isASCII, first.isNumber || "+-.".contains(first) else { return nil }
        let digits = value.drop { "+-".contains($0) }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "_" }) else {
            return "A number is written in digits: 72, or 0.3."
        }
        if digits.first == "0" { return "A number begins with another digit than 0." }
        return digits.contains("_") ? "A number is written in digits: 72, or 0.3." : "The number is too large."
    }
}

extension Entry.Value {
    fileprivate init(_ value: any TOMLValueConvertible) {
        switch value.type {
        case .string: self = value.string.map { .words($0) } ?? .other("nothing")
        case .int: self = value.int.map { .number($0) } ?? .other("nothing")
        case .double: self = value.double.map { .fraction($0) } ?? .other("nothing")
        case .bool: self = value.bool.map { .truth($0) } ?? .other("nothing")
        case .array: self = .list(value.array.map { array in array.map { Self($0) } } ?? [])
        case .table: self = .other("a table")
        case .date, .time, .dateTime: self = .other("a date")
        }
    }

    /// As a sentence names it: "“wide”", "12".
    var inWords: String {
        switch self {
        case .words(let words): "“\(words)”"
        case .number(let number): "\(number)"
        case .fraction(let number): "\(number)"
        case .truth(let truth): "\(truth)"
        case .list: "a list"
        case .other(let words): words
        }
    }
}
