import News

/// Writes subscriptions as OPML 2.0. What stands in the file as it is meant stays byte for byte; a changed outline keeps
/// all of its attributes but those that changed; a new one is put in as its neighbours are.
struct OutlineWriter {
    private var text = ""
    private let lineEnd: String

    static func text(of subscriptions: Subscriptions) -> String {
        let frame = subscriptions.frame ?? newFrame
        var writer = OutlineWriter(lineEnd: frame.before.utf8.contains(0x0D) ? "\r\n" : "\n")
        writer.text = frame.before
        var body = subscriptions.body
        body.form =
            body.form
            ?? SubscriptionEntry.Form(
                meaning: body.content, opening: "<body>", tail: nil, closing: "</body>")
        writer.write(body, indented: Self.indent(behind: frame.before))
        return writer.text + frame.after
    }

    private init(lineEnd: String) { self.lineEnd = lineEnd }

    private static let newFrame = Subscriptions.Frame(
        before: """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>Subscriptions</title>
              </head>
              \("")
            """, after: "\n</opml>\n")

    private mutating func write(_ entry: SubscriptionEntry, indented indent: String) {
        guard entry.content != .other else {
            text += entry.form?.opening ?? ""
            return
        }
        if let form = entry.form, form.meaning == entry.content, entry.entries.isEmpty {
            text += form.opening + (form.tail ?? "") + form.closing
            return
        }
        let opening = opening(of: entry)
        if entry.entries.isEmpty {
            text += opening.text
            if !opening.isClosed { text += (entry.form?.tail ?? "") + closing(of: entry) }
            return
        }
        text += opening.opened.text
        let step = step(in: entry, indented: indent)
        for inner in entry.entries {
            let lead = inner.lead ?? step.map { lineEnd + $0 } ?? ""
            text += lead
            write(inner, indented: Self.indent(behind: lead))
        }
        text += tail(of: entry, indented: indent, isInLines: step != nil) + closing(of: entry)
    }

    private func opening(of entry: SubscriptionEntry) -> OutlineTag {
        guard let form = entry.form else { return Self.newTag(of: entry) }
        let tag = OutlineTag(form.opening)
        switch (form.meaning, entry.content) {
        case (.feed(let old), .feed(let new)):
            return Self.changing(tag, from: old.outlineFields, to: new.outlineFields)
        case (.smartFeed(let old), .smartFeed(let new)):
            return Self.changing(tag, from: old.outlineFields, to: new.outlineFields)
        case (.folder(let old), .folder(let name?)) where old != name:
            let renamed = tag.setting(OutlineField.text.rawValue, to: name)
            return tag[.title] == nil ? renamed : renamed.setting(OutlineField.title.rawValue, to: name)
        default: return tag
        }
    }

    private static func newTag(of entry: SubscriptionEntry) -> OutlineTag {
        let fields: [(name: String, value: String)] =
            switch entry.content {
            case .feed(let feed): feed.outlineFields
            case .smartFeed(let smart): smart.outlineFields
            case .folder(let name): [(OutlineField.text.rawValue, name ?? "")]
            case .other: []
            }
        return fields.reduce(OutlineTag("<outline/>")) { tag, field in tag.setting(field.name, to: field.value) }
    }

    /// Sets only what changed.
    private static func changing(
        _ tag: OutlineTag, from old: [(name: String, value: String)], to new: [(name: String, value: String)]
    ) -> OutlineTag {
        var tag = tag
        for field in new where !old.contains(where: { $0 == field }) { tag = tag.setting(field.name, to: field.value) }
        for field in old where !new.contains(where: { $0.name == field.name }) {
            tag = tag.setting(field.name, to: nil)
        }
        return tag
    }

    private func closing(of entry: SubscriptionEntry) -> String {
        guard let form = entry.form, !form.closing.isEmpty else {
            return "</\(entry.form.map { OutlineTag($0.opening).name } ?? "outline")>"
        }
        return form.closing
    }

    /// What new entries are indented by; nil where all stand in one line.
    private func step(in entry: SubscriptionEntry, indented indent: String) -> String? {
        let leads = entry.entries.compactMap(\.lead)
        if let neighbour = leads.last(where: { $0.utf8.contains(0x0A) }) { return Self.indent(behind: neighbour) }
        guard leads.isEmpty else { return nil }
        return indent + (indent.contains("\t") ? "\t" : "  ")
    }

    private func tail(of entry: SubscriptionEntry, indented indent: String, isInLines: Bool) -> String {
        let isNew = entry.entries.contains { $0.lead == nil }
        if let tail = entry.form?.tail, !isNew || !isInLines || tail.utf8.contains(0x0A) { return tail }
        return isInLines ? (entry.form?.tail ?? "") + lineEnd + indent : ""
    }

    /// The blanks at the start of the line that a text ends in; none when there is something else in it.
    private static func indent(behind text: String) -> String {
        let line = text.utf8.reversed().prefix { $0 != 0x0A }
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? String(decoding: line.reversed(), as: UTF8.self) : ""
    }
}
