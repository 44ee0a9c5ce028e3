private import CWorldOutline

/// A place on the globe in half degrees: x eastwards, y northwards.
struct GlobePoint: Hashable, Sendable {
    let x: Int
    let y: Int
}

/// The outlines of the countries, as compiled in.
struct WorldOutline: Sendable {
    /// A closed line around land of a country (or around land of others within it): its last point is its first.
    struct Ring: Hashable, Sendable {
        /// An index of `codes`.
        let country: Int
        let points: [GlobePoint]
    }

    /// ISO codes, by alphabet.
    private(set) var codes: [String] = []
    /// Where each country's number stands.
    private(set) var places: [GlobePoint] = []
    /// Those of one country follow each other.
    private(set) var rings: [Ring] = []
    private var numbers: [String: Int] = [:]

    static let standard = WorldOutline(
        UnsafeBufferPointer(start: dateline_world_outline, count: dateline_world_outline_count))

    /// An index of `codes`; nil for a country that the map does not know.
    func number(of code: String) -> Int? { numbers[code] }

    /// Reads what data/world-outline.txt says of its form. Lines that say nothing, or that come before their country's
    /// place, are left out.
    init(_ bytes: some Collection<UInt8>) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let fields = line.split(separator: UInt8(ascii: "\t"))
            guard fields.count == 2 else { continue }
            let points = Self.points(fields[1])
            if fields[0].first == UInt8(ascii: "@") {
                guard let place = points.first else { continue }
                let code = String(decoding: fields[0].dropFirst(), as: UTF8.self)
                numbers[code] = codes.count
                codes.append(code)
                places.append(place)
            } else if let country = numbers[String(decoding: fields[0], as: UTF8.self)], points.count > 3 {
                rings.append(Ring(country: country, points: points))
            }
        }
    }

    /// "30,-17 31,-17"
    private static func points(_ field: some Collection<UInt8>) -> [GlobePoint] {
        var points: [GlobePoint] = []
        var x: Int?
        var number = 0
        var isNegative = false
        func value() -> Int { isNegative ? -number : number }
        func end() {
            if let known = x { points.append(GlobePoint(x: known, y: value())) }
            x = nil
        }
        for byte in field {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = min(number * 10 + Int(byte - 0x30), 9_999)
            default:
                if byte == UInt8(ascii: ",") { x = value() } else { end() }
                number = 0
                isNegative = false
            }
        }
        end()
        return points
    }
}
