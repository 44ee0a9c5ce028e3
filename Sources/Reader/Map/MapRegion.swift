import Screen

/// Where the map lies: over all panes, between title and footer.
struct MapRegion: Hashable, Sendable {
    let whole: Region
    /// What is counted, and what the shades stand for; nil where rows are dear.
    let header: Region?
    let inside: Region
    /// The country that stands out, in words.
    let line: Region

    private static let headerFrom = 15
    /// On fewer cells nobody recognises the world.
    private static let smallestMap = Size(columns: 36, rows: 8)

    init(_ whole: Region) {
        self.whole = whole
        let headerRows = whole.rows < Self.headerFrom ? 0 : 1
        let body = max(0, whole.rows - headerRows - 1)
        func region(from row: Int, rows: Int) -> Region {
            Region(row: whole.row + row, column: whole.column, columns: whole.columns, rows: rows)
        }
        header = headerRows == 0 ? nil : region(from: 0, rows: 1).inset(by: 1)
        inside = region(from: headerRows, rows: body)
        line = region(from: headerRows + body, rows: min(1, whole.rows)).inset(by: 1)
    }

    /// In cells; nil where a table says more.
    var mapSize: Size? {
        guard inside.columns >= Self.smallestMap.columns, inside.rows >= Self.smallestMap.rows else { return nil }
        return Size(columns: inside.columns, rows: inside.rows)
    }
}

extension AppState {
    var mapRegion: MapRegion {
        let first = layout.title.map { $0.row + $0.rows } ?? 0
        let last = layout.footer?.row ?? size.rows
        return MapRegion(Region(row: first, column: 0, columns: size.columns, rows: max(0, last - first)))
    }

    /// In cells; nil where the countries stand in a table: on small screens, and in terminals without braille.
    var mapSize: Size? { glyphs == .unicode ? mapRegion.mapSize : nil }
}
