package import News

// Lists of subscriptions, as files have them: OPML, which all readers exchange, and the addresses of newsboat.

/// The user's own OPML file, which will be written again: whatever is in it stays.
///
/// - Parameter name: of the file, for what is told.
/// - Throws: when it is no OPML or has a fault for which something in it could be lost: then it must not be written.
///   A file with nothing in it has no subscriptions.
package func ownSubscriptions(_ bytes: [UInt8], named name: String) throws(Problem) -> SubscriptionReading {
    if bytes.allSatisfy(\.isBlank) { return SubscriptionReading(subscriptions: Subscriptions(), problems: []) }
    let document = OutlineDocument(Array(try ownText(bytes, named: name).utf8))
    if let fault = document.faults.first {
        throw Problem(
            "\(name), line \(document.line(at: fault.offset)) is wrong: \(fault.words).",
            remedy: "Correct it; until then the file is left as it is.")
    }
    return try OutlineReader.read(document, named: name)
}

/// The file of these subscriptions, which `ownSubscriptions` reads again.
package func ownFile(of subscriptions: Subscriptions) -> [UInt8] { Array(OutlineWriter.text(of: subscriptions).utf8) }

/// Somebody's list, OPML or newsboat's, by what is in it. What is wrong in it is passed over as well as can be.
///
/// - Throws: when there is no list in it.
package func importedSubscriptions(_ bytes: [UInt8], named name: String) throws(Problem) -> SubscriptionReading {
    let text = Array(decoded(bytes, declared: declaredCharacterSet(ofPage: bytes)).utf8)
    guard let first = text.first(where: { !$0.isBlank }) else { throw Problem("\(name) is empty.") }
    let lowercased = text.map(\.lowercased)
    let start = lowercased.range(of: Array("<opml".utf8), from: 0)
    guard start != nil || first == UInt8(ascii: "<") else { return try NewsboatReader.read(text, named: name) }
    let document = OutlineDocument(text, from: start?.lowerBound ?? 0)
    let reading = try OutlineReader.read(document, named: name, isForeign: true)
    guard let fault = document.faults.first else { return reading }
    let words = "\(name), line \(document.line(at: fault.offset)) is wrong: \(fault.words)."
    return SubscriptionReading(
        subscriptions: reading.subscriptions,
        problems: [Problem(words, remedy: "Look whether all feeds are there.")] + reading.problems)
}

/// The list for other programs: written anew, without the comments and whatever else is in the user's own file, and without
/// the passwords in its addresses.
package func exported(_ subscriptions: Subscriptions, as format: SubscriptionFormat) -> SubscriptionExport {
    var list = Subscriptions()
    var problems: [Problem] = []
    for feed in subscriptions.feeds {
        list.append(feed.withoutPassword)
        if feed.address.hasPassword {
            problems.append(Problem("The password in the address of “\(feed.shownName)” is left out."))
        }
    }
    for smart in subscriptions.smartFeeds { list.append(smart) }
    switch format {
    case .opml:
        var shallow = Subscriptions()
        _ = shallow.merge(list, trustsSignIns: true)
        return SubscriptionExport(text: OutlineWriter.text(of: shallow), problems: problems)
    case .urls:
        let export = NewsboatWriter.export(list)
        return SubscriptionExport(text: export.text, problems: problems + export.problems)
    }
}

extension Subscription {
    fileprivate var withoutPassword: Subscription {
        var feed = self
        if address.hasPassword, let shown = FeedAddress(address.shown) { feed.address = shown }
        feed.others = others.map { field in
            let isAddress = field.value.contains("://")
            return isAddress ? OtherField(name: field.name, value: FeedAddress.withoutSignIn(field.value)) : field
        }
        return feed
    }
}

/// What to do about an address with a password in it.
let passwordRemedy = "Subscribe to it by “dateline feeds add” with --user, and --password-command or --password-file."

/// The text of a file that will be written again, in UTF-8. Bytes that mean nothing would be lost: they are told.
private func ownText(_ bytes: [UInt8], named name: String) throws(Problem) -> String {
    let declared = declaredCharacterSet(ofPage: Array(bytes.prefix { $0 != UInt8(ascii: ">") }))
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !isMarked, declared.map({ $0.lowercased().hasPrefix("utf-8") }) ?? true {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A }
        let good = lines.prefix { String(validating: $0, as: UTF8.self) != nil }.count
        throw Problem(
            "\(name), line \(good + 1) is not UTF-8.", remedy: "Save it as UTF-8; until then the file is left as it is."
        )
    }
    return saidToBeUTF8(decoded(bytes, declared: declared))
}

/// With the name of the character set in the XML declaration corrected.
private func saidToBeUTF8(_ text: String) -> String {
    guard text.prefix(8).contains("<?xml"), let end = text.firstRange(of: "?>"),
        let key = text[..<end.lowerBound].firstRange(of: "encoding"),
        let open = text[key.upperBound..<end.lowerBound].firstIndex(where: { $0 == "\"" || $0 == "'" }),
        let close = text[..<end.lowerBound].lastIndex(of: text[open]), open < close
    else { return text }
    let inner = text[text.index(after: open)...].prefix { $0 != text[open] }
    return text[...open] + "UTF-8" + text[inner.endIndex...]
}
