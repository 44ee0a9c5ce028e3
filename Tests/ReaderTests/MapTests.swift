import News
import Screen
import Testing

@testable import Reader

struct MapTests {
    private let world = WorldOutline.standard

    @Test func outlineIsWhole() {
        #expect(Set(world.codes) == Set(WorldRegion.allCases.flatMap(\.countryCodes)))
        #expect(world.rings.count > 250)
        for ring in world.rings {
            let code = world.codes[ring.country]
            #expect(ring.points.first == ring.points.last, "a ring of \(code) is open")
            #expect(Set(ring.points).count > 2, "a ring of \(code) is a line")
            #expect(ring.points.allSatisfy { -336...384 ~= $0.x && -180...180 ~= $0.y }, "\(code) leaves the world")
        }
        // All rings of a country stand together: it is filled at once.
        let runs = zip(world.rings, world.rings.dropFirst()).count { $0.country != $1.country } + 1
        #expect(runs == Set(world.rings.map(\.country)).count)
    }

    @Test func linesThatSayNothingAreLeftOut() {
        let text = "# words\n@UA\t62,98\nUA\t0,0 1,1 0,1 0,0\nXX\t0,0 1,1 0,1 0,0\nUA\t1,1\n\nUA\t\n@RU\n-,,\t9\n"
        let outline = WorldOutline(Array(text.utf8))
        #expect(outline.codes == ["UA"])
        #expect(outline.places == [GlobePoint(x: 62, y: 98)])
        #expect(outline.rings.count == 1)
    }

    /// Degrees east and north, and whose land it is: towns well inside.
    @Test(
        arguments: [
            (2.3, 47.0, "FR"), (-100.0, 40.0, "US"), (37.6, 55.7, "RU"), (31.0, 49.0, "UA"), (34.2, 45.3, "UA"),
            (135.0, -25.0, "AU"), (-60.0, -10.0, "BR"), (25.0, -28.0, "ZA"), (28.3, -29.5, "LS"), (105.0, 35.0, "CN"),
            (-150.0, 65.0, "US"), (-172.0, 66.0, "RU"), (-53.0, 4.0, "GF"), (-30.0, 30.0, nil), (80.0, 0.0, nil),
        ] as [(Double, Double, String?)])
    func dotsBelongToTheirCountry(east: Double, north: Double, code: String?) {
        let raster = MapRaster(world, size: Size(columns: 240, rows: 56))
        let turned = east < -168.2 ? east + 360 : east
        let cell = raster.projection.cell(of: GlobePoint(x: Int(turned * 2), y: Int(north * 2)))
        #expect(raster.country(row: cell.row, column: cell.column).map { world.codes[$0] } == code)
    }

    @Test(arguments: [(1, 1), (2, 9), (36, 8), (80, 20), (500, 3), (3, 198)])
    func anySizeIsDrawn(columns: Int, rows: Int) {
        let raster = MapRaster(world, size: Size(columns: columns, rows: rows))
        #expect(raster.cells.count == columns * rows)
        #expect(raster.cells.contains { $0.land != 0 })
    }

    // Moving.

    @Test(arguments: 0...40)
    func everyCountryIsReachedFromEveryOther(seed: Int) {
        // Each seed leaves other countries out; the first leaves none.
        let places = world.places.indices.filter { seed == 0 || ($0 * 7919 + seed * 104_729) % 41 >= seed }
            .map { MapProjection.flat(world.places[$0]) }
        let ways = MapWays(places)
        for start in places.indices {
            var reached: Set<Int> = [start]
            var waiting = [start]
            while let stop = waiting.popLast() {
                for next in MapWays.Direction.allCases.compactMap({ ways.next(from: stop, $0) })
                where reached.insert(next).inserted { waiting.append(next) }
            }
            #expect(reached.count == places.count)
            if seed == 0 { break }
        }
    }

    @Test(arguments: [
        ("FR", "right", ["CH", "DE", "IT", "LU"]), ("US", "up", ["CA"]), ("US", "down", ["MX"]),
        ("AR", "up", ["PY", "UY", "BO"]), ("UA", "right", ["RU", "KZ", "GE"]),
        ("NZ", "right", ["FJ", "WS", "TO", "NU"]),
        ("EG", "left", ["LY"]),
    ])
    func arrowsGoToTheNeighbour(code: String, direction: String, neighbours: [String]) throws {
        // Of the countries with an outline: islands without one are many and small.
        let drawn = Set(world.rings.map(\.country)).sorted()
        let stops = drawn + world.codes.indices.filter { ["WS", "TO", "NU"].contains(world.codes[$0]) }
        let ways = MapWays(stops.map { MapProjection.flat(world.places[$0]) })
        let start = try #require(stops.firstIndex { world.codes[$0] == code })
        let directions: [String: MapWays.Direction] = ["left": .left, "right": .right, "up": .up, "down": .down]
        let next = ways.next(from: start, try #require(directions[direction]))
        #expect(neighbours.contains(next.map { world.codes[stops[$0]] } ?? ""))
    }

    @Test(arguments: [1, 2, 3, 9, 100, 12_345])
    func shadesRiseFromFewToMany(most: Int) {
        var last = MapShade.none
        for stories in 0...min(most, 2_000) {
            let shade = MapShade(stories: stories, most: most)
            #expect(shade.rawValue >= last.rawValue)
            last = shade
        }
        #expect((MapShade(stories: 0, most: most), MapShade(stories: 1, most: most)) == (.none, .sparse))
        if most > 2 { #expect(MapShade(stories: most, most: most) == .full) }
        #expect(MapShade.legend(most: most).first?.words.hasPrefix("1") == true)
    }

    // The place.

    @Test func mapShowsTheStoriesAndFiltersThem() throws {
        var desk = Desk(120, 40)
        try desk.press("m")
        guard case .map(let map) = desk.state.overlay, let first = map.stops.first else {
            Issue.record("no map")
            return
        }
        #expect(map.chosen?.country == first.country)
        #expect(desk.text.contains("▸ \(first.country.name) · "))
        try desk.press("<enter>")
        #expect(desk.title.contains("Country: \(first.country.name) ✕"))
        #expect(desk.state.list.rows.count == first.stories)
        try desk.press("C")
        try desk.press("m<space>l<space>")
        #expect(desk.text.contains("2 selected, any of them"))
        try desk.press("<enter>")
        #expect(desk.state.list.countries?.parts.count == 2)
        try desk.press("mm")
        #expect(desk.state.place == .stories)
    }

    @Test func terminalsWithoutBrailleShowATableThatTheSameKeysWork() throws {
        var desk = Desk(80, 24, glyphs: .ascii)
        try desk.press("m")
        #expect(desk.text.utf8.allSatisfy { $0 < 0x80 })
        #expect(desk.text.contains("Europe"))
        #expect(desk.text.contains("####"))
        guard case .map(let map) = desk.state.overlay else {
            Issue.record("no map")
            return
        }
        var seen: Set<String> = []
        try desk.press("kkkkkkkk")
        for _ in map.stops {
            if case .map(let map) = desk.state.overlay, let stop = map.chosen { seen.insert(stop.country.code) }
            try desk.press("j")
        }
        #expect(seen.count == map.stops.count)
        try desk.press("<space>h<space><enter>")
        #expect(desk.state.list.countries != nil)
    }
}
