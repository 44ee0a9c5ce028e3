import Screen

/// Where the globe lies on the dots of a map. A cell has two dots beside and four above each other, so that dots stand as
/// far apart one way as the other.
///
/// The projection is Patterson's (Patterson, Šavrič, Jenny 2014), cylindrical: countries far north are wide, but not as
/// wide as Mercator's, and Europe has room.
struct MapProjection: Hashable, Sendable {
    /// In cells.
    let size: Size
    /// Dots from the left and the top to the map's corner, and what it measures.
    private let left: Double
    private let top: Double
    private let width: Double
    private let height: Double

    /// The map's edges, in half degrees: in the Bering Strait; from the north of Greenland to Cape Horn.
    private static let west = -337.0
    private static let east = 385.0
    private static let north = 163
    private static let south = -113
    /// How much wider or higher than it should be the map may become to fill a screen.
    private static let mostStretch = 1.25

    init(size: Size) {
        self.size = size
        let columns = Double(size.columns * 2)
        let rows = Double(size.rows * 4)
        let shape = (Self.east - Self.west) / (Self.up(Self.north) - Self.up(Self.south))
        width = min(columns, rows * shape * Self.mostStretch)
        height = min(rows, columns / shape * Self.mostStretch)
        left = (columns - width) / 2
        top = (rows - height) / 2
    }

    var dotColumns: Int { size.columns * 2 }
    var dotRows: Int { size.rows * 4 }

    /// In dots from the upper left; what lies beyond the map's edges is drawn at them.
    func dot(of point: GlobePoint) -> (x: Double, y: Double) {
        let across = (Double(point.x) - Self.west) / (Self.east - Self.west)
        let (north, south) = (Self.up(Self.north), Self.up(Self.south))
        let down = (north - Self.up(max(Self.south, min(point.y, Self.north)))) / (north - south)
        return (left + across * width, top + down * height)
    }

    /// The cell of a point, within the map.
    func cell(of point: GlobePoint) -> Position {
        let dot = dot(of: point)
        return Position(
            row: max(0, min(Int(dot.y) / 4, size.rows - 1)), column: max(0, min(Int(dot.x) / 2, size.columns - 1)))
    }

    /// Where a point stands on a map of natural shape, in half degrees at the equator, downwards.
    static func flat(_ point: GlobePoint) -> (x: Double, y: Double) {
        (Double(point.x), -up(max(south, min(point.y, north))))
    }

    /// Half degrees at the equator, around it once.
    static let around = 720.0

    /// How far north a latitude stands, in half degrees at the equator.
    private static func up(_ latitude: Int) -> Double {
        let radian = Double(latitude) * .pi / 360
        let square = radian * radian
        let fifth = square * square * radian
        let sum = 1.0148 * radian + fifth * (0.23185 + square * (-0.14499 + square * 0.02406))
        return sum * 360 / .pi
    }
}
