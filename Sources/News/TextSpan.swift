/// A stretch of an article's text: UTF-8 byte offsets into `Article.text`, half open, on scalar boundaries.
package struct TextSpan: Hashable, Sendable, Comparable {
    package let start: Int
    package let end: Int

    /// - Precondition: `0 <= start <= end`.
    package init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span must not end before it starts")
        self.start = start
        self.end = end
    }

    /// In bytes.
    package var length: Int { end - start }
    package var isEmpty: Bool { start == end }

    package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    /// In reading order; the shorter first where two start together.
    package static func < (a: TextSpan, b: TextSpan) -> Bool {
        a.start != b.start ? a.start < b.start : a.end < b.end
    }
}

extension String {
    /// The words at a span of this string. Both ends must be scalar boundaries within it.
    package subscript(span: TextSpan) -> Substring {
        let bytes = utf8
        let from = bytes.index(bytes.startIndex, offsetBy: span.start)
        return self[from..<bytes.index(from, offsetBy: span.length)]
    }
}
