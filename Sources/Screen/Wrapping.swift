/// Breaks a paragraph into lines of at most `width` columns, at blanks and after hyphens and dashes; a word longer than
/// a line is broken where it must be. Line ends in the text count as blanks.
///
/// - Parameters:
///   - text: the whole text that offsets count in.
///   - range: UTF-8 offsets of the paragraph in it.
/// - Returns: the UTF-8 range of each line, without the blanks at its end; at least one.
package func wrapped(_ text: String, _ range: Range<Int>, width: Int) -> [Range<Int>] {
    [range]  // Placeholder.
}
