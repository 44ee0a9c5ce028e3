import News

/// Bylines, dates, publishers and datelines: the lines that say who, when and where from.
extension StorySorter {
    func isBylineLine(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.words >= 2, block.words <= 30, block.range.count <= 300, block.capitals >= 1 else { return false }
        return names(in: block) != nil
    }

    mutating func readByline(_ index: Int) {
        byline = byline ?? names(in: blocks[index])
        readDate(index)
        for piece in pieces(of: blocks[index]).dropFirst() where source == nil {
            source = publisherName(bytes.line(piece))
        }
    }

    /// The writers' names in a byline; nil when the line is none.
    private func names(in block: Block) -> String? {
        let line = FoldedLine(block, in: bytes)
        if let row = bylineTable.match(line) {
            let isShort = block.words <= 8 || block.words <= 20 && line.bytes.contains(UInt8(ascii: ","))
            guard block.ending != .fullStop || isShort else { return nil }
            let skipped = bylineOpenings[row].pattern.split(separator: " ").count { $0 != "…" }
            return personNames(afterWords: skipped, of: block)
        }
        // "MARIA LOPEZ | 12 March 2024", "Maria Lopez, Staff Writer"
        guard block.ending == .open, block.words <= 12 else { return nil }
        let pieces = pieces(of: block)
        guard let first = pieces.first else { return nil }
        let head = bytes.line(first)
        if pieces.count > 1 {
            let rest = bytes.line(first.upperBound..<block.range.upperBound).lowercased()
            let saysMore =
                writtenDate(in: bytes, block.range) != nil || hasRole(rest)
                || publisherName(bytes.line(pieces[1])) != nil
            return saysMore && isPersonName(head) ? head : nil
        }
        guard let comma = head.firstIndex(of: ",") else { return nil }
        let name = String(head[..<comma])
        return isPersonName(name) && hasRole(head[comma...].lowercased()) ? name : nil
    }

    /// The line cut at bars and dots: "By Jane Roe | Harbour News | 12 March".
    private func pieces(of block: Block) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = block.range.lowerBound
        for at in block.range {
            let isBar = bytes[at] == UInt8(ascii: "|")
            let isDot = bytes[at] == 0xC2 && at + 1 < block.range.upperBound && bytes[at + 1] == 0xB7
            let isBullet = bytes.matches([0xE2, 0x80, 0xA2], at: at)
            guard isBar || isDot || isBullet else { continue }
            pieces.append(bytes.trimmed(start..<at))
            start = at + (isBar ? 1 : isDot ? 2 : 3)
        }
        pieces.append(bytes.trimmed(start..<block.range.upperBound))
        return pieces.filter { !$0.isEmpty }
    }

    private func personNames(afterWords skipped: Int, of block: Block) -> String? {
        guard let piece = pieces(of: block).first else { return nil }
        let words = bytes.line(piece).split(separator: " ").dropFirst(skipped)
        var kept: [Substring] = []
        var index = words.startIndex
        while index < words.endIndex {
            let word = words[index]
            let folded = word.lowercased().trimmingStops
            if folded == "in", let next = secondWriter(in: words[index...]) {
                kept.append("and")
                index = next
                continue
            }
            if ["for", "in", "at", "updated", "published", "posted", "-", "\u{2013}", "\u{2014}"].contains(folded)
                || word.first == "(" || word.utf8.first?.isDigit ?? false
            {
                break
            }
            if let last = kept.last, last.hasSuffix(","), isRole(words[index...]) { break }
            kept.append(word)
            index += 1
            if kept.count > 16 { return nil }
        }
        let joiners: Set<String> = [
            "and", "&", "de", "van", "von", "der", "den", "bin", "al", "la", "le", "del", "della", "di", "da", "dos",
            "du",
            "el", "of", "y", "e", "ten", "ter", "with",
        ]
        let isAllNames = kept.allSatisfy { word in
            word.utf8.first.map { $0.isUpper || $0.isHigh } ?? false || joiners.contains(word.lowercased())
        }
        guard isAllNames, let first = kept.first, first.utf8.first.map({ $0.isUpper || $0.isHigh }) ?? false else {
            return nil
        }
        let names = kept.joined(separator: " ").trimmingStops
        let opening = first.lowercased()
        // "By The Associated Press" is a byline; "By Monday evening" none.
        guard !names.isEmpty, !notNames.contains(opening) else { return nil }
        return names
    }

    /// "in Lisbon and John Poe in Porto": where the name after the place begins. It needs a place of its own, since
    /// "and" may as well join two places.
    private func secondWriter(in words: ArraySlice<Substring>) -> Int? {
        guard let and = words.firstIndex(of: "and"),
            let place = words[and...].firstIndex(of: "in"), 3...5 ~= place - and
        else { return nil }
        let name = words[(and + 1)..<place]
        return name.allSatisfy { $0.utf8.first.map { $0.isUpper || $0.isHigh } ?? false } ? and + 1 : nil
    }

    /// "Staff Writer", "energy correspondent, in Lisbon": what follows the comma is no further name.
    private func isRole(_ words: ArraySlice<Substring>) -> Bool {
        guard let first = words.first else { return false }
        if writerRoles.contains(first.lowercased().trimmingStops) { return true }
        guard first.utf8.first?.isLower ?? false else { return false }
        let end = words.firstIndex { $0.hasSuffix(",") } ?? words.endIndex - 1
        return writerTitles.contains(words[end].lowercased().trimmingStops)
    }

    /// A name alone on the line above "Culture correspondent" or the date.
    func writerAboveTitleOrDate(_ index: Int) -> String? {
        guard byline == nil, told.byline == nil, let headline, index > headline, index + 1 < blocks.count,
            blocks[index].mark == nil, blocks[index].ending == .open, blocks[index].words <= 5
        else { return nil }
        let name = bytes.line(blocks[index].range)
        let words = name.lowercased().split(separator: " ").map(String.init)
        guard isPersonName(name), !words.contains(where: { sectionWords.contains($0) || placeWords.contains($0) }),
            name.utf8.allSatisfy({ $0.isLetter || $0.isHigh || " .'-".utf8.contains($0) })
        else { return nil }
        return isWritersTitle(index + 1) || isDateLine(index + 1) ? name : nil
    }

    /// "Culture correspondent", "Political editor"
    func isWritersTitle(_ index: Int) -> Bool {
        guard blocks[index].mark == nil, blocks[index].ending == .open, 1...5 ~= blocks[index].words else {
            return false
        }
        let words = bytes.line(blocks[index].range).lowercased().split(separator: " ")
        return words.last.map { writerTitles.contains(String($0)) } ?? false
    }

    private func isPersonName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard 2...4 ~= words.count else { return false }
        return words.allSatisfy { word in
            guard let first = word.utf8.first, first.isUpper || first.isHigh else { return false }
            return !publisherWords.contains(word.lowercased()) && !notNames.contains(word.lowercased())
                && !word.utf8.contains(where: \.isDigit)
        }
    }

    private func hasRole(_ text: String) -> Bool {
        text.split { !$0.isLetter }.contains { writerRoles.contains(String($0)) }
    }
}

extension StorySorter {
    /// Whether a line is nothing but a date, with "Published" or "Updated" before it.
    func isDateLine(_ index: Int) -> Bool {
        let block = blocks[index]
        guard block.words <= 24, block.range.count <= 200, bytes[block.range].contains(where: \.isDigit) else {
            return false
        }
        // "Harbour News Published Saturday, March 31, 2018 1:19 PM"
        if block.ending == .open, block.words <= 14, block.smalls <= 2, writtenDate(in: bytes, block.range) != nil,
            folded(index).bytes.split(separator: 0x20).contains(where: {
                Array($0) == publishedWord || Array($0) == updatedWord
            })
        {
            return true
        }
        var rest = block.range
        var found = false
        while let date = writtenDate(in: bytes, rest) {
            guard isFiller(rest.lowerBound..<date.range.lowerBound) else { return false }
            found = true
            rest = date.range.upperBound..<block.range.upperBound
        }
        return found && isFiller(rest)
    }

    func isFiller(_ range: Range<Int>) -> Bool {
        bytes[range].split { !$0.isLetter }.allSatisfy {
            dateWords.contains(String(decoding: $0, as: UTF8.self).lowercased())
        }
    }

    /// The day of publication outweighs that of a change.
    mutating func readDate(_ index: Int) {
        let range = blocks[index].range
        guard let date = writtenDate(in: bytes, range) else { return }
        let opening = bytes.line(range).lowercased()
        if published == nil || (opening.contains("published") && !opening.hasPrefix("updated")) {
            published = date.timestamp
        }
    }
}

/// The place, agency and day in front of a lead: "KYIV, Ukraine (Reuters) — ".
struct Dateline {
    /// Where the story's words begin.
    let end: Int
    let source: String?
    let published: Timestamp?
}

extension StorySorter {
    /// Nil when the paragraph does not begin with one.
    func dateline(at range: Range<Int>) -> Dateline? {
        let limit = min(range.upperBound, range.lowerBound + 110)
        var at = range.lowerBound
        while at < limit {
            if let length = dashLength(at, range) {
                let head = bytes.trimmed(range.lowerBound..<at)
                guard isDateline(head) else { return nil }
                let text = bytes.line(head)
                return Dateline(
                    end: bytes.trimmed(at + length..<range.upperBound).lowerBound, source: agency(in: text),
                    published: writtenDate(in: bytes, head)?.timestamp)
            }
            at += 1
        }
        // "(CNN) The ferries…": no place and no dash.
        guard bytes[range.lowerBound] == UInt8(ascii: "("),
            let close = bytes[range.lowerBound..<limit].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let name = bytes.line(range.lowerBound + 1..<close)
        guard publisherNames.contains(name.lowercased()) else { return nil }
        return Dateline(end: bytes.trimmed(close + 1..<range.upperBound).lowerBound, source: name, published: nil)
    }

    /// A dash between blanks, or right behind the agency's bracket.
    private func dashLength(_ at: Int, _ range: Range<Int>) -> Int? {
        guard at > range.lowerBound, bytes[at - 1].isBlank || bytes[at - 1] == UInt8(ascii: ")") else { return nil }
        var length = 0
        if bytes[at] == UInt8(ascii: "-") {
            length = at + 1 < range.upperBound && bytes[at + 1] == UInt8(ascii: "-") ? 2 : 1
        } else if at + 2 < range.upperBound, bytes[at] == 0xE2, bytes[at + 1] == 0x80, 0x92...0x95 ~= bytes[at + 2] {
            length = 3
        }
        guard length > 0, at + length < range.upperBound else { return nil }
        return bytes[at + length].isBlank || length > 1 ? length : nil
    }

    private func isDateline(_ head: Range<Int>) -> Bool {
        let words = bytes.line(head).split(separator: " ")
        guard 1...10 ~= words.count, let first = words.first?.utf8.first, first.isUpper || first.isHigh || first == 0x28
        else { return false }
        let isNamed = words.allSatisfy { word in
            guard let byte = word.utf8.first else { return false }
            return byte.isUpper || byte.isDigit || byte.isHigh || byte == 0x28 || ["de", "of", "la"].contains(word)
        }
        let hasBracket = words.contains { $0.hasSuffix(")") }
        let isPlaceInCapitals = words.first.map { $0.utf8.count > 2 && !$0.utf8.contains(where: \.isLower) } ?? false
        return isNamed && (hasBracket || isPlaceInCapitals)
    }

    private func agency(in text: String) -> String? {
        guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return nil }
        let name = text[text.index(after: open)..<close]
        guard 1...4 ~= name.split(separator: " ").count, !name.utf8.contains(where: \.isDigit) else { return nil }
        return String(name)
    }
}

extension StringProtocol {
    /// Without the punctuation and blanks around it.
    var trimmingStops: String {
        var text = Substring(self)
        while let last = text.last, ".,;:|()-\u{B7}\u{2022}\u{2013}\u{2014} ".contains(last) { text = text.dropLast() }
        while let first = text.first, ".,;:|()-\u{B7}\u{2022}\u{2013}\u{2014} ".contains(first) {
            text = text.dropFirst()
        }
        return String(text)
    }
}

/// What follows "by" in sentences: "By Monday", "By September".
let notNames: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "then",
    "now", "contrast", "comparison", "noon", "midnight", "night", "day", "doing", "using", "way", "law", "far",
]

private let publishedWord = Array("published".utf8)
private let updatedWord = Array("updated".utf8)

private let bylineTable = PhraseTable(bylineOpenings)
