private import CLanguageFacts
import Glibc

/// The weights of the name model: for each hashed feature, what it says for a person, an organisation, a place and
/// another name.
///
/// Any task may read it: nobody writes the table that it points to, and nobody frees it.
package struct NameModel: @unchecked Sendable {
    /// How many rows the table has; a feature's hash picks one. A power of two.
    package static let rows = 1 << 18

    /// The feature of a segment that follows one with a label; the start of a run counts as one label more.
    package static func transition(from label: Int) -> UInt32 { 0x5bd1_e995 &* UInt32(label + 1) }

    static let standard = NameModel(bytes: weightTable())

    /// The step size as a Float, then one signed byte a weight, row by row. Never freed, see `weightTable` and `init`.
    private let bytes: UnsafeBufferPointer<UInt8>
    let scale: Float

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        precondition(bytes.count == 4 + NameLabel.weighted * Self.rows, "the name model's weights are incomplete")
        self.bytes = bytes
        var bits: UInt32 = 0
        for at in 0..<4 { bits |= UInt32(bytes[at]) << (8 * UInt32(at)) }
        scale = Float(bitPattern: bits)
    }

    /// A model just learnt, as the program will read it. Its table lives as long as the program.
    /// - Parameter weights: `rows` × 4, row by row.
    package init(weights: [Float]) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4 + weights.count)
        _ = bytes.initialize(from: Self.stored(weights))
        self.init(bytes: UnsafeBufferPointer(bytes))
    }

    /// What a feature says for each weighted label, in steps of `scale`.
    @inline(__always)
    func weights(of feature: UInt32) -> SIMD4<Int32> {
        let row = 4 + (Int(feature) & (Self.rows - 1)) * NameLabel.weighted
        // Within the table, whatever the feature: `init` has measured it. It may begin at any address.
        let found = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: row, as: SIMD4<Int8>.self)
        return SIMD4<Int32>(truncatingIfNeeded: found)
    }

    private static func stored(_ weights: [Float]) -> [UInt8] {
        let largest = weights.reduce(0) { max($0, abs($1)) }
        let scale = max(largest / 127, 1e-6)
        let size = (0..<4).map { UInt8(truncatingIfNeeded: scale.bitPattern >> (8 * UInt32($0))) }
        return size + weights.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) }
    }

    /// Writes the table as the program reads it.
    package func write(to path: String) throws(ModelFailure) {
        guard let file = fopen(path, "w") else { throw ModelFailure(path: path) }
        let written = fwrite(bytes.baseAddress, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw ModelFailure(path: path) }
    }

    package struct ModelFailure: Error, CustomStringConvertible {
        let path: String
        package var description: String { "\(path) cannot be written." }
    }
}

/// Adds up what features say.
struct FeatureSum: FeatureSink {
    let model: NameModel
    private(set) var sum = SIMD4<Int32>()

    init(_ model: NameModel) { self.model = model }

    @inline(__always)
    mutating func take(_ feature: UInt32) { sum &+= model.weights(of: feature) }
}

/// Compiled in: it lives as long as the program.
private func weightTable() -> UnsafeBufferPointer<UInt8> {
    let table = dateline_facts("name-weights")
    return UnsafeBufferPointer(start: table.bytes, count: table.count)
}
