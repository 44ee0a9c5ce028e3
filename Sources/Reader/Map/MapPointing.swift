import News
import Screen

extension WorldMap {
    /// The country with stories that is drawn at a place of the screen; nil where there is none.
    func stop(at position: Position, in inside: Region, isTable: Bool) -> Int? {
        guard inside.contains(position) else { return nil }
        let (row, column) = (position.row - inside.row, position.column - inside.column)
        if isTable { return MapTable(self).stop(at: row, of: self, rows: inside.rows) }
        if let label = labels().first(where: { $0.contains(row: row, column: column) }) { return label.stop }
        guard let raster, let country = raster.country(row: row, column: column) else { return nil }
        return stops.firstIndex { WorldOutline.standard.number(of: $0.country.code) == country }
    }
}

extension MapLabel {
    fileprivate func contains(row: Int, column: Int) -> Bool {
        position.row == row && position.column..<position.column + columns(of: words) ~= column
    }
}

extension MapTable {
    fileprivate func stop(at line: Int, of map: WorldMap, rows count: Int) -> Int? {
        let row = top(showing: map.cursor, rows: count) + line
        guard rows.indices.contains(row), case .country(let stop) = rows[row] else { return nil }
        return stop
    }
}
