import News
import Screen

/// The world map: where the stories of the list are, and which country stands out.
struct WorldMap: Sendable {
    /// A country with stories.
    struct Stop: Sendable {
        let country: Country
        let stories: Int
        let place: GlobePoint
    }

    private(set) var choice: CountryChoice
    /// The most stories first.
    private(set) var stops: [Stop] = []
    private(set) var ways = MapWays([])
    /// An index of `stops`.
    private(set) var cursor = 0
    /// Nil until the map is drawn for the first time.
    private(set) var raster: MapRaster?

    init(_ choice: CountryChoice, present: CountryFilter?, raster: MapRaster? = nil) {
        self.choice = choice
        self.raster = raster
        findStops()
        if let present { cursor = stops.firstIndex { present.includes($0.country) } ?? 0 }
    }

    /// The country that stands out; nil when none has stories.
    var chosen: Stop? { stops.indices.contains(cursor) ? stops[cursor] : nil }
    var most: Int { stops.first?.stories ?? 0 }

    /// What Enter takes.
    var filter: CountryFilter? { choice.filter(orElse: chosen.map { .country($0.country) }) }

    /// Draws the outlines anew for another size; they are kept, since that takes longer than all else.
    mutating func fit(_ size: Size) {
        if raster?.projection.size != size { raster = MapRaster(.standard, size: size) }
    }

    /// The next country with stories that way, an index of `stops`; nil where there is none.
    func next(_ direction: MapWays.Direction) -> Int? { chosen.flatMap { _ in ways.next(from: cursor, direction) } }

    mutating func stand(on stop: Int) { if stops.indices.contains(stop) { cursor = stop } }

    mutating func toggle() { if let chosen { choice.toggle(.country(chosen.country)) } }
    mutating func toggleMeaning() { choice.needsAll.toggle() }

    mutating func toggleSense() {
        let country = chosen?.country
        choice.sense = choice.sense.other
        findStops()
        cursor = stops.firstIndex { $0.country.code == country?.code } ?? 0
    }

    private mutating func findStops() {
        let world = WorldOutline.standard
        stops = choice.tally.ranked(in: choice.sense).compactMap { row in
            world.number(of: row.country.code).map {
                Stop(country: row.country, stories: row.stories, place: world.places[$0])
            }
        }
        ways = MapWays(stops.map { MapProjection.flat($0.place) })
        cursor = min(cursor, max(0, stops.count - 1))
    }
}
