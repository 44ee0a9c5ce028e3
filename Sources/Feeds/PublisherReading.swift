import News

/// Publishers: as a line of their own, beside a date or the number of an issue, in the notice of rights.
extension StorySorter {
    /// The publisher that a line of its own names; nil when the line says anything else.
    func publisher(_ index: Int) -> String? {
        let block = blocks[index]
        guard block.words <= 9, block.ending != .fullStop, block.range.count <= 80 else { return nil }
        let line = folded(index)
        if let row = sourceTable.match(line) {
            let skipped = sourceOpenings[row].pattern.split(separator: " ").count { $0 != "…" }
            let name = bytes.line(block.range).split(separator: " ").dropFirst(skipped).joined(separator: " ")
                .trimmingStops
            let isNamed = name.utf8.first.map { $0.isUpper || $0.isHigh || $0.isDigit } ?? false
            // "via" may open other short lines.
            return isNamed && (skipped > 1 || !line.bytes.starts(with: "via".utf8) || publisherName(name) != nil)
                ? name : nil
        }
        return publisherName(withoutIssue(bytes.line(block.range)))
    }

    /// "The Harbour Quarterly, Spring 2024" is "The Harbour Quarterly".
    private func withoutIssue(_ line: String) -> String {
        guard let comma = line.firstIndex(of: ",") else { return line }
        let words = line[comma...].split { !$0.isLetter && !$0.isNumber }
        let isIssue = words.allSatisfy { $0.utf8.allSatisfy(\.isDigit) || issueWords.contains($0.lowercased()) }
        return isIssue && words.contains { $0.utf8.first?.isDigit ?? false } ? String(line[..<comma]) : line
    }

    func publisherName(_ line: String) -> String? {
        let name = line.trimmingStops
        let words = name.split(separator: " ")
        guard 1...5 ~= words.count, name.utf8.first.map({ $0.isUpper || $0.isHigh }) ?? false else { return nil }
        if publisherNames.contains(name.lowercased()) { return name }
        let smalls = words.filter { $0.utf8.first?.isLower ?? false }
        guard words.count > 1, smalls.count <= 1, smalls.allSatisfy({ ["of", "and", "de", "the"].contains($0) }),
            !name.utf8.contains(where: { "?!:,\"/|".utf8.contains($0) })
        else { return nil }
        let lower = words.map { $0.lowercased() }
        // "The Harbour Standard-Courier"
        let isJoined = lower.last?.split(separator: "-").allSatisfy { publisherWords.contains(String($0)) } ?? false
        let isPublisher = isJoined || lower.contains(where: publisherWords.contains)
        // "World News", "Latest Sport News" are sections of a page.
        let isSection = lower.allSatisfy { publisherWords.contains($0) && $0 != "daily" || sectionWords.contains($0) }
        return isPublisher && !isSection ? name : nil
    }

    /// A name of three words and more between byline and date, which nothing but its place makes a publisher:
    ///
    ///     By Jane Roe
    ///     The Atlantic Lantern
    ///     12 March 2024
    func publisherAboveDate(_ index: Int) -> String? {
        let block = blocks[index]
        guard index > 0, index + 1 < blocks.count, parts[index - 1] == .byline, block.mark == nil,
            block.ending == .open,
            3...6 ~= block.words, isBylineLine(index - 1), isDateLine(index + 1) || nameBesideDate(index + 1) != nil
        else { return nil }
        let words = bytes.line(block.range).split(separator: " ")
        let isName = words.allSatisfy { word in
            guard let first = word.utf8.first else { return false }
            return (first.isUpper || first.isHigh || ["of", "and", "the", "&"].contains(word))
                && word.utf8.allSatisfy { $0.isLetter || $0.isHigh || $0 == 0x26 || $0 == 0x2D }
                && !placeWords.contains(word.lowercased())
        }
        return isName ? words.joined(separator: " ") : nil
    }
}

/// Who or what stands on one line with the date.
enum NameBesideDate {
    /// "The Harbour Times, 12 March 2024", "12 March 2024 | Harbour News"
    case publisher(String)
    /// "PORT AMEL, March 12, 2024": as in a dateline.
    case place
}

extension StorySorter {
    func nameBesideDate(_ index: Int) -> NameBesideDate? {
        let block = blocks[index]
        guard block.ending == .open || block.words <= 10, 3...14 ~= block.words, block.range.count <= 120,
            block.smalls <= 3, let date = writtenDate(in: bytes, block.range)
        else { return nil }
        let before = bytes.trimmed(block.range.lowerBound..<date.range.lowerBound)
        let after = bytes.trimmed(date.range.upperBound..<block.range.upperBound)
        let isBefore = !isFiller(before)
        guard isBefore != !isFiller(after) else { return nil }
        let words = bytes.line(isBefore ? before : after)
        guard let joint = isBefore ? words.last : words.first,
            ",|)\u{B7}\u{2022}\u{2013}\u{2014}-/".contains(joint)
        else { return nil }
        let name = words.trimmingStops
        if let publisher = publisherName(name) { return .publisher(publisher) }
        return isBefore && isPlace(name, isBelowByline: index > 0 && parts[index - 1] == .byline) ? .place : nil
    }

    /// "PORT AMEL, Westing"; below a byline also "Port Amel".
    private func isPlace(_ name: String, isBelowByline: Bool) -> Bool {
        let words = name.split(separator: " ")
        guard 1...4 ~= words.count, let first = words.first?.utf8, !name.contains(":") else { return false }
        if first.count > 2, !first.contains(where: \.isLower) { return true }
        return isBelowByline && words.allSatisfy { $0.utf8.first.map { $0.isUpper || $0.isHigh } ?? false }
    }
}

/// Notices of rights: "© 2024 Harbour News. All rights reserved."
extension StorySorter {
    /// The holder is the publisher where its name says so.
    mutating func noteRights(_ index: Int) {
        guard source == nil || rightsHolder == nil, blocks[index].words <= 25,
            let holder = holderOfRights(bytes.line(blocks[index].range))
        else { return }
        rightsHolder = rightsHolder ?? holder
        source = source ?? publisherName(holder)
    }

    /// Nil when the line does not begin as a notice of rights.
    private func holderOfRights(_ line: String) -> String? {
        let words = line.split(separator: " ")
        let opening = words.prefix { word in
            let bare = word.lowercased().trimmingStops
            return ["\u{A9}", "c", "copyright", "by"].contains(bare) || isYears(bare)
        }
        guard let first = opening.first?.lowercased().trimmingStops, !isYears(first), first != "by" else { return nil }
        var name: [Substring] = []
        for word in words.dropFirst(opening.count) {
            if isYears(word.trimmingStops) { break }
            name.append(word)
            if let last = word.last, ".,|;".contains(last) { break }
        }
        let holder = name.joined(separator: " ").trimmingStops
        return 1...6 ~= name.count && holder.utf8.first.map { $0.isUpper || $0.isHigh } ?? false ? holder : nil
    }

    private func isYears(_ word: String) -> Bool {
        word.utf8.contains(where: \.isDigit)
            && word.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || $0.isHigh }
    }

    /// A line at the top that the holder's name begins with is the publisher's, though neither says so:
    /// "BLUE LANTERN" above the headline, "© Blue Lantern Ltd 2024" below the story.
    mutating func readMasthead() {
        guard let holder = rightsHolder else { return }
        let words = holder.split(separator: " ")
        if let source {
            // Mastheads are often set in capitals.
            if source.lowercased() == holder.lowercased() { self.source = holder }
            return
        }
        let name = FoldedLine(holder).bytes
        for index in blocks.indices[..<(headline ?? firstProse ?? 0)] where blocks[index].range.count <= 60 {
            let line = folded(index).bytes
            guard !line.isEmpty, name.starts(with: line),
                name.count == line.count || name[line.count] == 0x20 && line.contains(0x20)
            else { continue }
            source = words.prefix(line.split(separator: 0x20).count).joined(separator: " ").trimmingStops
            return
        }
    }
}

/// Sections of a page, which are named like publishers: "World News".
let sectionWords: Set<String> = [
    "world", "local", "latest", "breaking", "top", "business", "sport", "sports", "national", "international", "home",
    "politics", "more", "other", "all", "related", "recent", "stories", "story", "headlines", "the", "and", "us", "uk",
    "europe", "asia", "africa",
    "entertainment", "technology", "science", "health", "video", "live", "in", "general", "main", "featured", "opinion",
]

private let sourceTable = PhraseTable(sourceOpenings)
