// Tags: each name is one that a parser takes, each value stands in quotation marks, each element is closed.

extension FeedMending {
    mutating func mendClosingTag() {
        let name = (at + 2)..<bytes.nameEnd(from: at + 2)
        guard isName(name) else {
            // "</>", "</ b>": nothing that could be closed.
            let next = at + 2 < bytes.count ? bytes[at + 2] : 0
            return next == UInt8(ascii: ">") || next.isBlank ? skip(past: ">") : putBracket()
        }
        var end = name.upperBound
        while end < bytes.count, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") { end += 1 }
        if end == bytes.count { endsEarly = true }
        at = end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : end
        if flattened > 0 { return flattened -= 1 }
        close(name)
    }

    /// Closes what was left open within it too. One that closes nothing is passed over.
    private mutating func close(_ name: Range<Int>) {
        guard let place = open.suffix(Self.farthestClosed).lastIndex(where: { bytes.isSameName($0, name) }) else {
            return repairs += 1
        }
        repairs += open.count - place - 1
        while open.count > place { putClosingTag() }
    }

    mutating func putClosingTag() {
        guard let name = open.popLast() else { return }
        mended += "</".utf8
        mended += bytes[name]
        mended.append(UInt8(ascii: ">"))
    }

    mutating func mendOpeningTag() {
        let start = mended.count
        let name = (at + 1)..<bytes.nameEnd(from: at + 1)
        mended.append(UInt8(ascii: "<"))
        mended += bytes[name]
        guard isTag(name), let (end, isClosed) = mendAttributes(from: name.upperBound) else {
            mended.removeLast(mended.count - start)
            // The feed ends within the tag.
            let isCut = name.upperBound == bytes.count || isTag(name) && at + Self.longestTag > bytes.count
            endsEarly = endsEarly || isCut
            return isCut ? at = bytes.count : putBracket()
        }
        at = end
        let isEmpty = isClosed || name.count <= 3 && voidNames.contains(bytes.string(name).lowercased())
        if open.count >= Self.deepest {
            mended.removeLast(mended.count - start)
            flattened += isEmpty ? 0 : 1
            return
        }
        if isEmpty { mended.append(UInt8(ascii: "/")) } else { open.append(name) }
        mended.append(UInt8(ascii: ">"))
    }

    private func isName(_ name: Range<Int>) -> Bool {
        guard let first = bytes[name].first, let last = bytes[name].last else { return false }
        return first.opensName && last != UInt8(ascii: ":") && bytes[name].count { $0 == UInt8(ascii: ":") } <= 1
    }

    /// "<joe@example.org>" and "<3" are none.
    private func isTag(_ name: Range<Int>) -> Bool {
        guard name.upperBound < bytes.count, isName(name) else { return false }
        let next = bytes[name.upperBound]
        return next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }

    /// Copies attributes, each in quotation marks.
    /// - Returns: nil when the tag does not end.
    private mutating func mendAttributes(from start: Int) -> (end: Int, isClosed: Bool)? {
        var place = start
        var count = 0
        let limit = min(bytes.count, at + Self.longestTag)
        while place < limit {
            let byte = bytes[place]
            if byte == UInt8(ascii: ">") { return (place + 1, false) }
            if byte == UInt8(ascii: "/"), place + 1 < limit, bytes[place + 1] == UInt8(ascii: ">") {
                return (place + 2, true)
            }
            // Another tag begins: this one's end is missing.
            if byte == UInt8(ascii: "<") { return (place, false) }
            guard byte.opensName else {
                place += 1
                continue
            }
            count += 1
            guard let next = mendAttribute(at: place, limit, isKept: count <= Self.mostAttributes) else { return nil }
            place = next
        }
        return nil
    }

    /// - Returns: behind it; nil when the feed ends within it.
    private mutating func mendAttribute(at start: Int, _ limit: Int, isKept: Bool) -> Int? {
        let name = start..<bytes.nameEnd(from: start)
        guard let (value, next) = attributeValue(behind: name.upperBound, limit) else { return nil }
        guard isKept, isName(name), mayKeep(name) else { return next }
        mended.append(0x20)
        mended += bytes[name]
        mended += "=\"".utf8
        mendValue(value)
        mended.append(UInt8(ascii: "\""))
        return next
    }

    /// The value behind an attribute's name, and where what follows it begins. An attribute without one has an empty one.
    private func attributeValue(behind name: Int, _ limit: Int) -> (value: Range<Int>, next: Int)? {
        var place = name
        while place < limit, bytes[place].isBlank { place += 1 }
        guard place < limit, bytes[place] == UInt8(ascii: "=") else { return (name..<name, name) }
        place += 1
        while place < limit, bytes[place].isBlank { place += 1 }
        guard place < limit else { return nil }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            var end = place
            while end < limit, !bytes[end].isBlank, bytes[end] != UInt8(ascii: ">") { end += 1 }
            return (place..<end, end)
        }
        let start = place + 1
        if let end = bytes.range(of: [quote], from: start, to: limit), !reachesOut(start..<end.lowerBound) {
            return (start..<end.lowerBound, end.upperBound)
        }
        // Nobody closed it: the tag's end is its end.
        return bytes.range(of: [UInt8(ascii: ">")], from: start, to: limit).map {
            (start..<$0.lowerBound, $0.lowerBound)
        }
    }

    /// Whether a value in quotation marks holds the end of its tag and then another tag: its own mark is missing then.
    private func reachesOut(_ value: Range<Int>) -> Bool {
        guard let end = bytes[value].firstIndex(of: UInt8(ascii: ">")) else { return false }
        return !bytes[value.lowerBound..<end].contains(UInt8(ascii: "<"))
            && bytes[end..<value.upperBound].contains(UInt8(ascii: "<"))
    }

    private mutating func mayKeep(_ name: Range<Int>) -> Bool {
        guard bytes.matches(Array("xmlns".utf8), at: name.lowerBound) else { return true }
        namespaces += 1
        return namespaces <= Self.mostNamespaces
    }

    private mutating func mendValue(_ value: Range<Int>) {
        let tag = at
        at = value.lowerBound
        while at < value.upperBound {
            mendCharacter(to: value.upperBound, .value)
        }
        at = tag
    }
}

/// HTML elements that never hold anything, and mean nothing else in feeds.
private let voidNames: Set<String> = ["br", "hr", "img", "wbr"]
