import Screen

/// The world on the dots of a map of one size: whose each dot is, and which ones make its outlines.
struct MapRaster: Sendable {
    /// Eight dots of a cell, each a bit, numbered as in braille patterns: down the left column, down the right, then both
    /// of the last row.
    struct Cell: Hashable, Sendable {
        /// Dots on land.
        var land: UInt8 = 0
        /// Those at the sea.
        var coast: UInt8 = 0
        /// Those left of or above another country.
        var border: UInt8 = 0
        /// The country that has most of the land, an index of `WorldOutline.codes`.
        var country = 0
        /// Whether others have some of it.
        var isShared = false
    }

    let projection: MapProjection
    /// Row after row.
    private(set) var cells: [Cell]
    /// For each dot 0 at sea, else its country's index and one.
    private var owners: [UInt8]

    init(_ world: WorldOutline, size: Size) {
        projection = MapProjection(size: size)
        cells = Array(repeating: Cell(), count: max(0, size.columns * size.rows))
        owners = Array(repeating: 0, count: cells.count * 8)
        fill(world)
        for row in 0..<size.rows { for column in 0..<size.columns { outline(row: row, column: column) } }
    }

    /// On a smaller map the borders of Europe and Africa would fill them.
    var hasRoomForBorders: Bool { projection.size.columns >= 100 }

    /// The country that has most of a cell; nil at sea and beyond the map.
    func country(row: Int, column: Int) -> Int? {
        guard 0..<projection.size.rows ~= row, 0..<projection.size.columns ~= column else { return nil }
        let cell = cells[row * projection.size.columns + column]
        return cell.land == 0 ? nil : cell.country
    }

    /// The country of a cell's dot; nil at sea.
    func country(row: Int, column: Int, bit: Int) -> Int? {
        let owner = owner(of: bit, row: row, column: column)
        return owner == 0 ? nil : Int(owner) - 1
    }

    /// A dot's column and row in its cell.
    static func place(ofBit bit: Int) -> (x: Int, y: Int) { bit < 6 ? (bit / 3, bit % 3) : (bit - 6, 3) }

    private func owner(of bit: Int, row: Int, column: Int) -> UInt8 {
        let (x, y) = Self.place(ofBit: bit)
        return owners[(row * 4 + y) * projection.dotColumns + column * 2 + x]
    }

    // MARK: Filling

    /// Gives every dot whose middle lies in a country to it.
    private mutating func fill(_ world: WorldOutline) {
        var crossings = Array(repeating: false, count: owners.count)
        var start = 0
        while start < world.rings.count {
            let country = world.rings[start].country
            let end = world.rings[start...].firstIndex { $0.country != country } ?? world.rings.count
            var rows = (first: projection.dotRows, last: -1)
            for ring in world.rings[start..<end] {
                let dots = ring.points.map { projection.dot(of: $0) }
                for (one, other) in zip(dots, dots.dropFirst()) { cross(from: one, to: other, &crossings, &rows) }
            }
            claim(rows, for: UInt8(clamping: country + 1), &crossings)
            start = end
        }
    }

    /// Notes, for each row of dots that an edge crosses, the first dot right of it.
    private func cross(
        from one: (x: Double, y: Double), to other: (x: Double, y: Double), _ crossings: inout [Bool],
        _ rows: inout (first: Int, last: Int)
    ) {
        let (upper, lower) = one.y < other.y ? (one, other) : (other, one)
        // A dot's middle is half a dot below its edge.
        let first = max(0, Int((upper.y - 0.5).rounded(.up)))
        let last = min(projection.dotRows, Int((lower.y - 0.5).rounded(.up)))
        guard first < last else { return }
        rows = (min(rows.first, first), max(rows.last, last - 1))
        let slope = (lower.x - upper.x) / (lower.y - upper.y)
        for row in first..<last {
            let x = upper.x + (Double(row) + 0.5 - upper.y) * slope
            let column = max(0, Int((x - 0.5).rounded(.up)))
            if column < projection.dotColumns { crossings[row * projection.dotColumns + column].toggle() }
        }
    }

    /// Walks each row from the left, in and out of the country at its crossings, and takes them back.
    private mutating func claim(_ rows: (first: Int, last: Int), for owner: UInt8, _ crossings: inout [Bool]) {
        guard rows.first <= rows.last else { return }
        for row in rows.first...rows.last {
            var isInside = false
            for dot in row * projection.dotColumns..<(row + 1) * projection.dotColumns {
                if crossings[dot] {
                    isInside.toggle()
                    crossings[dot] = false
                }
                if isInside { owners[dot] = owner }
            }
        }
    }

    // MARK: Outlines

    private mutating func outline(row: Int, column: Int) {
        var cell = Cell()
        var counts: [(owner: UInt8, dots: Int)] = []
        for bit in 0..<8 {
            let (x, y) = Self.place(ofBit: bit)
            let dot = (x: column * 2 + x, y: row * 4 + y)
            let owner = owner(x: dot.x, y: dot.y)
            guard owner != 0 else { continue }
            let mask: UInt8 = 1 << UInt8(bit)
            cell.land |= mask
            let (right, below) = (self.owner(x: dot.x + 1, y: dot.y), self.owner(x: dot.x, y: dot.y + 1))
            let (left, above) = (self.owner(x: dot.x - 1, y: dot.y), self.owner(x: dot.x, y: dot.y - 1))
            if right == 0 || below == 0 || left == 0 || above == 0 {
                cell.coast |= mask
            } else if right != owner || below != owner {
                cell.border |= mask
            }
            if let known = counts.firstIndex(where: { $0.owner == owner }) {
                counts[known].dots += 1
            } else {
                counts.append((owner, 1))
            }
        }
        guard let most = counts.max(by: { $0.dots < $1.dots }) else { return }
        cell.country = Int(most.owner) - 1
        cell.isShared = counts.count > 1
        cells[row * projection.size.columns + column] = cell
    }

    /// 0 at sea and beyond the map.
    private func owner(x: Int, y: Int) -> UInt8 {
        guard 0..<projection.dotColumns ~= x, 0..<projection.dotRows ~= y else { return 0 }
        return owners[y * projection.dotColumns + x]
    }
}
