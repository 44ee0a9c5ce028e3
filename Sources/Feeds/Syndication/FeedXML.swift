private import CXML

/// Hands a feed's XML to a builder, element by element, through libxml2's push parser.
///
/// - Parameter bytes: good UTF-8, however badly marked up.
/// - Returns: what was odd, in sentences, and whether the text breaks off.
func readXML(_ bytes: [UInt8], into builder: FeedBuilder) -> (faults: [String], endsEarly: Bool) {
    let listener = XMLListener(builder)
    return withExtendedLifetime(listener) { listener.read(bytes) }
}

/// An attribute, its value as meant. `isXML` says that it is xml:base or xml:lang.
struct XMLAttribute {
    /// In small letters, without prefix.
    let name: String
    let value: String
    var isXML = false
}

/// What a written name of an element means: looked up once for each name of a feed.
struct XMLName {
    let element: FeedElement
    let vocabulary: FeedVocabulary
    /// In small letters, without prefix.
    let local: String
}

/// A class, because libxml2 keeps a pointer to it.
private final class XMLListener {
    let builder: FeedBuilder
    /// libxml2 keeps one copy of each name, so that its place tells it from others.
    private var names: [NamePlace: XMLName] = [:]

    /// Pointers to compare, and to read when a name is met first: the parser keeps its names as long as it lives.
    private struct NamePlace: Hashable {
        let local, prefix, namespace: UnsafePointer<xmlChar>?
    }

    init(_ builder: FeedBuilder) { self.builder = builder }

    func read(_ bytes: [UInt8]) -> (faults: [String], endsEarly: Bool) {
        let parser = cxml_feed_parser(
            // Not retained: `readXML` keeps it alive until the parser is freed.
            Unmanaged.passUnretained(self).toOpaque(),
            { XMLListener.of($0)?.open($1, $2, $3, $8, count: Int($6)) },
            { listener, _, _, _ in XMLListener.of(listener)?.builder.close() },
            { XMLListener.of($0)?.take($1, Int($2)) },
            // Faults are what the parser could not mend either; what it tells is taken all the same.
            { _, _ in })
        guard let parser else { return (["There was no memory to read the feed with."], true) }
        defer { xmlFreeParserCtxt(parser) }
        func push(_ stretch: UnsafeBufferPointer<UInt8>) {
            stretch.withMemoryRebound(to: CChar.self) {
                _ = xmlParseChunk(parser, $0.baseAddress, Int32($0.count), 0)
            }
        }
        var mending = FeedMending(bytes)
        // Words ahead of the first element and elements behind the last would end the reading; within another they do not.
        Array("<dateline>".utf8).withUnsafeBufferPointer(push)
        while mending.next(push) {}
        Array("</dateline>".utf8).withUnsafeBufferPointer(push)
        xmlParseChunk(parser, nil, 0, 1)
        return (mending.faults, mending.endsEarly)
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLListener? {
        pointer.map { Unmanaged<XMLListener>.fromOpaque($0).takeUnretainedValue() }
    }

    private func take(_ words: UnsafePointer<xmlChar>?, _ count: Int) {
        builder.take(UnsafeBufferPointer(start: words, count: count))
    }

    /// - Parameter attributes: five pointers each: name, prefix, namespace, beginning and end of the value.
    private func open(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        builder.open(
            name(NamePlace(local: local, prefix: prefix, namespace: namespace)),
            (0..<(attributes == nil ? 0 : count)).compactMap { attributes.flatMap(Self.attribute($0)) })
    }

    private func name(_ place: NamePlace) -> XMLName {
        if let known = names[place] { return known }
        let local = Self.string(place.local).lowercased()
        let vocabulary = FeedVocabulary(
            namespace: place.namespace.map(Self.string), prefix: place.prefix.map(Self.string))
        let name = XMLName(
            element: FeedElement(local, in: vocabulary), vocabulary: vocabulary, local: local)
        names[place] = name
        return name
    }

    private static func attribute(
        _ index: Int
    ) -> (UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> XMLAttribute? {
        { attributes in
            let parts = attributes + index * 5
            guard let start = parts[3], let end = parts[4] else { return nil }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            let isXML = parts[1].map { strcmp($0, "xml") == 0 } ?? false
            return XMLAttribute(name: string(parts[0]).lowercased(), value: value, isXML: isXML)
        }
    }

    private static func string(_ words: UnsafePointer<xmlChar>?) -> String {
        words.map { String(cString: $0) } ?? ""
    }

    private static func strcmp(_ words: UnsafePointer<xmlChar>, _ wanted: StaticString) -> Int32 {
        xmlStrcmp(words, wanted.utf8Start)
    }
}
