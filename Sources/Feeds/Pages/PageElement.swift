/// The HTML elements that matter to reading; all others are `other`, whose content is read as if they were not there.
enum PageElement: String, CaseIterable {
    case html, head, body, title, meta, link, base
    // Not shown, or not text.
    case script, style, template, noscript, svg, math, iframe, object, textarea, select, option, canvas, audio, video
    // The page's regions.
    case article, main, header, footer, nav, aside, form, dialog, button, menu
    // What a story is made of.
    case section, div, p, blockquote, pre, ul, ol, li, dl, dt, dd, figure, figcaption, table, caption, thead, tbody
    case tr, td, th, h1, h2, h3, h4, h5, h6, address, hr, br, img, time, a, fieldset, legend, details, summary, center
    case other

    /// - Parameter name: in any case.
    init(name: ArraySlice<UInt8>) {
        self = name.count <= 10 ? Self.byName[Self.key(name)] ?? .other : .other
    }

    /// Whether the content is no markup, or none that is read.
    var isRaw: Bool {
        switch self {
        case .script, .style, .template, .noscript, .svg, .math, .iframe, .object, .textarea, .title, .canvas: true
        default: false
        }
    }

    /// Whether nothing that follows is shown when it is never closed.
    var hidesAll: Bool { self == .script || self == .style || self == .textarea || self == .title || self == .iframe }

    /// Whether it is a paragraph or heading: no part of a page, whatever it is called.
    var isOneParagraph: Bool {
        switch self {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Whether it never has content.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .base, .hr, .br, .img: true
        default: false
        }
    }

    /// Whether it stands within a line of text, so that opening or closing it ends no paragraph.
    var isInline: Bool {
        switch self {
        case .a, .time, .img, .other, .br, .meta, .link, .base, .audio, .video: true
        default: false
        }
    }

    private static let byName: [UInt64: PageElement] = Dictionary(
        uniqueKeysWithValues: allCases.map { (key(ArraySlice($0.rawValue.utf8)), $0) })

    /// Different for all names of up to 10 letters and digits that are in the list: six bits each.
    private static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(1) { key, byte in
            let six: UInt64 =
                byte.isLetter ? UInt64(byte.lowercased - 0x60) : byte.isDigit ? UInt64(byte - 0x30) + 27 : 63
            return key << 6 | six
        }
    }
}
