import News

/// The links of a story: those of its markup, and the addresses that are written out in it. What menus, share rows and
/// other furniture lead to is left out.
func shownLinks(of draft: Draft, in paragraphs: [Paragraph]) -> [Link] {
    let written = addresses(in: draft.bytes)
    guard !written.isEmpty || !draft.links.isEmpty else { return [] }
    var links: [Link] = []
    for link in (draft.links + written).sorted(by: { $0.span < $1.span })
    where link.span.start >= links.last?.span.end ?? 0 {
        links.append(link)
    }
    var at = 0
    return links.filter { link in
        while at < paragraphs.count, paragraphs[at].span.end <= link.span.start { at += 1 }
        return at < paragraphs.count && paragraphs[at].isShown && paragraphs[at].span.contains(link.span)
    }
}

extension Paragraph {
    /// A cell that is one link looks like furniture, and is shown with its table all the same.
    fileprivate var isShown: Bool {
        switch form {
        case .cell: true
        case .plain, .heading, .entry, .preformatted: part != .furniture
        }
    }
}

/// "https://harbour.example/timetable" and "www.harbour.example" in running text, without the stops behind them. Linear.
private func addresses(in bytes: [UInt8]) -> [Link] {
    var links: [Link] = []
    let span = bytes.span
    var at = 0
    while at + 4 < span.count {
        let start: Int?
        let prefix: String
        if span[at] == UInt8(ascii: ":"), span[at + 1] == UInt8(ascii: "/"), span[at + 2] == UInt8(ascii: "/") {
            start = schemeStart(before: at, in: bytes)
            prefix = ""
        } else if span[at] == UInt8(ascii: "w"), at == 0 || !bytes[at - 1].isLetterOrDigit && bytes[at - 1] != 0x2F,
            bytes.matches(Array("www.".utf8), at: at)
        {
            start = at
            prefix = "https://"
        } else {
            at += 1
            continue
        }
        let end = addressEnd(from: at, in: bytes)
        if let start, let address = WebAddress(prefix + bytes.string(start..<end)), address.host.contains(".") {
            links.append(Link(span: TextSpan(start, end), address: address.text))
        }
        at = max(end, at + 1)
    }
    return links
}

private func schemeStart(before colon: Int, in bytes: [UInt8]) -> Int? {
    for scheme in ["https", "http"] {
        let start = colon - scheme.utf8.count
        if start >= 0, bytes.matches(Array(scheme.utf8), at: start), start == 0 || !bytes[start - 1].isLetterOrDigit {
            return start
        }
    }
    return nil
}

/// At a blank, a quotation mark or bracket that opens something else, or a character beyond ASCII, which is more often
/// punctuation than part of an address; before stops and a closing bracket that was not opened.
private func addressEnd(from start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    var open = 0
    while end < bytes.count, 0x21..<0x7F ~= bytes[end], !"\"<>`{}|".utf8.contains(bytes[end]) {
        if bytes[end] == UInt8(ascii: "(") { open += 1 }
        if bytes[end] == UInt8(ascii: ")") {
            if open == 0 { break }
            open -= 1
        }
        end += 1
    }
    while end > start, ".,;:!?'*_~]".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
}
