import News
import Screen

func drawMap(_ map: WorldMap, _ state: AppState, on frame: inout Frame) {
    let region = state.mapRegion
    frame.fill(region.whole, role: .plain)
    if let header = region.header { drawHeader(of: map, isTable: state.mapSize == nil, in: header, on: &frame) }
    drawLine(map, state.countryNames, in: region.line, on: &frame)
    guard !map.stops.isEmpty else {
        let words = map.choice.sense == .about ? Texts.emptyMapOfAbout : Texts.emptyMapOfNamed
        frame.write(elided(words, to: region.inside.columns - 2), in: region.inside, at: 1, role: .dim)
        return
    }
    if state.mapSize != nil, let raster = map.raster {
        drawLand(map, raster, in: region.inside, on: &frame)
        drawNumbers(map, in: region.inside, on: &frame)
    } else {
        drawTable(map, state.countryNames, in: region.inside, on: &frame)
    }
}

/// What is counted, and what the shades stand for.
private func drawHeader(of map: WorldMap, isTable: Bool, in header: Region, on frame: inout Frame) {
    let words = map.choice.sense == .about ? Texts.mapOfAbout : Texts.mapOfNamed
    var column = frame.write("▸ " + words, in: header, role: .headerFocused) + 2
    guard !isTable else { return }
    let legend = MapShade.legend(most: map.most)
    let columns = legend.reduce(0) { $0 + Screen.columns(of: $1.words) + 5 }
    guard column + columns <= header.columns else { return }
    column = header.columns - columns + 2
    for (shade, words) in legend {
        let sample = "\(braille(shade.dots(inColumn: 0)))\(braille(shade.dots(inColumn: 1)))"
        frame.write(sample, in: header, at: column, role: .mapLand)
        column += 3
        column += frame.write(words, in: header, at: column, role: .dim) + 2
    }
}

/// "Ukraine · 5 stories · Europe", and what is selected.
private func drawLine(_ map: WorldMap, _ names: CountryNames, in line: Region, on frame: inout Frame) {
    guard let stop = map.chosen else { return }
    var room = line
    if let words = map.choice.words, columns(of: words) * 2 < line.columns {
        room.columns = frame.write(words, atEndOf: line, role: .status) - 2
    }
    let name = elided(names.name(of: stop.country), to: room.columns - 2)
    var column = frame.write("▸ " + name, in: room, role: .headline)
    for words in [Texts.counted(stop.stories, .story), stop.country.region?.name].compactMap({ $0 }) {
        guard column + 3 + columns(of: words) <= room.columns else { return }
        column += frame.write(" · " + words, in: room, at: column, role: .dim)
    }
}

// MARK: Land

private func drawLand(_ map: WorldMap, _ raster: MapRaster, in inside: Region, on frame: inout Frame) {
    let brush = MapBrush(map, raster)
    var run = ""
    for row in 0..<raster.projection.size.rows {
        var start = 0
        var role = Role.plain
        func flush(_ column: Int, _ frame: inout Frame) {
            if !run.isEmpty { frame.write(run, in: inside, line: row, at: start, role: role) }
            run = ""
        }
        for column in 0..<raster.projection.size.columns {
            guard let (dots, look) = brush.cell(row: row, column: column) else {
                flush(column, &frame)
                continue
            }
            if look != role || run.isEmpty {
                flush(column, &frame)
                start = column
                role = look
            }
            run.unicodeScalars.append(braille(dots))
        }
        flush(raster.projection.size.columns, &frame)
    }
}

/// The character of these dots: a blank for none, which some fonts draw as eight rings.
private func braille(_ dots: UInt8) -> Unicode.Scalar {
    dots == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(dots)) ?? " "
}

/// What each cell of a map looks like.
private struct MapBrush {
    private let raster: MapRaster
    /// For each country of the outline.
    private let shades: [MapShade]
    private let chosen: Int?

    init(_ map: WorldMap, _ raster: MapRaster) {
        self.raster = raster
        let world = WorldOutline.standard
        var shades = Array(repeating: MapShade.none, count: world.codes.count)
        for stop in map.stops {
            guard let number = world.number(of: stop.country.code) else { continue }
            shades[number] = MapShade(stories: stop.stories, most: map.most)
        }
        self.shades = shades
        chosen = map.chosen.flatMap { world.number(of: $0.country.code) }
    }

    /// - Returns: nil at sea.
    func cell(row: Int, column: Int) -> (dots: UInt8, role: Role)? {
        let cell = raster.cells[row * raster.projection.size.columns + column]
        guard cell.land != 0 else { return nil }
        var dots = cell.coast
        if cell.isShared {
            for bit in 0..<8 where cell.land & 1 << UInt8(bit) != 0 {
                guard let country = raster.country(row: row, column: column, bit: bit) else { continue }
                dots |= lit(country, cell, column) & 1 << UInt8(bit)
            }
        } else {
            dots |= lit(cell.country, cell, column) & cell.land
        }
        if cell.country == chosen { return (dots, .chosen) }
        return dots == 0 ? nil : (dots, shades[cell.country] == .none ? .dim : .mapLand)
    }

    /// The dots of a cell that a country would light if all of it were its own.
    private func lit(_ country: Int, _ cell: MapRaster.Cell, _ column: Int) -> UInt8 {
        let shade = country == chosen ? .none : shades[country]
        let dots = shade.dots(inColumn: column)
        // Between dense countries the border is a gap.
        if shade.rawValue >= MapShade.half.rawValue { return dots & ~cell.border }
        return raster.hasRoomForBorders ? dots | cell.border : dots
    }
}

private func drawNumbers(_ map: WorldMap, in inside: Region, on frame: inout Frame) {
    for label in map.labels() {
        let role: Role = label.stop == map.cursor ? .chosen : .mapNumber
        frame.write(label.words, in: inside, line: label.position.row, at: label.position.column, role: role)
    }
}

// MARK: The table

private func drawTable(_ map: WorldMap, _ names: CountryNames, in inside: Region, on frame: inout Frame) {
    let table = MapTable(map)
    let top = table.top(showing: map.cursor, rows: inside.rows)
    let countColumn = 4 + inside.columns * 2 / 5
    for (line, row) in table.rows.dropFirst(top).prefix(inside.rows).enumerated() {
        switch row {
        case .region(let name, let stories):
            frame.write(elided(name, to: countColumn - 2), in: inside, line: line, at: 1, role: .heading)
            frame.write(String(stories), in: inside, line: line, at: countColumn, role: .dim)
        case .country(let number):
            let stop = map.stops[number]
            let isChosen = number == map.cursor
            let role: Role = isChosen ? .chosen : .plain
            frame.fill(row: inside.row + line, column: inside.column, columns: inside.columns, role: role)
            if isChosen { frame.write("▸", in: inside, line: line, at: 1, role: role) }
            if map.choice.isIncluded(stop.country) { frame.write("✓", in: inside, line: line, at: 2, role: role) }
            frame.write(
                elided(names.name(of: stop.country), to: countColumn - 5), in: inside, line: line, at: 4, role: role)
            let count = String(stop.stories)
            frame.write(count, in: inside, line: line, at: countColumn, role: role)
            let start = countColumn + max(5, count.utf8.count + 1)
            let room = inside.columns - start - 1
            guard room > 0 else { continue }
            let bar = String(repeating: "█", count: max(1, room * stop.stories / max(1, map.most)))
            frame.write(bar, in: inside, line: line, at: start, role: isChosen ? role : .mapLand)
        }
    }
}
