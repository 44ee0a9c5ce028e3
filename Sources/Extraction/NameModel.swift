private import CLanguageFacts
import Glibc

/// The weights of the name model: for each hashed feature, what it says for a person, an organisation, a place and another name.
package struct NameModel: @unchecked Sendable {
    /// How many rows the table has; a feature's hash picks one. A power of two.
    package static let rows = 1 << 17

    /// The feature of a segment that follows one with a label; the start of a run counts as one label more.
    package static func transition(from label: Int) -> UInt32 { 0x5bd1_e995 &* UInt32(label + 1) }

    static let standard = NameModel(bytes: weightTable())

    private let bytes: UnsafeBufferPointer<UInt8>
    private let scale: Float

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        precondition(bytes.count == 4 + NameLabel.weighted * Self.rows, "the name model's weights are incomplete")
        self.bytes = bytes
        var bits: UInt32 = 0
        for at in 0..<4 { bits |= UInt32(bytes[at]) << (8 * UInt32(at)) }
        scale = Float(bitPattern: bits)
    }

    /// The scores of the weighted labels.
    func scores(_ features: [UInt32]) -> SIMD4<Float> {
        var sums = SIMD4<Int32>()
        for feature in features {
            let row = 4 + (Int(feature) & (Self.rows - 1)) * NameLabel.weighted
            for label in 0..<NameLabel.weighted { sums[label] &+= Int32(Int8(bitPattern: bytes[row + label])) }
        }
        return SIMD4<Float>(sums) * scale
    }

    /// Writes weights as the program reads them: the step size as a Float, then one signed byte a weight.
    /// - Parameter weights: `rows` × 4, row by row.
    package static func write(_ weights: [Float], to path: String) throws(ModelFailure) {
        let largest = weights.reduce(0) { max($0, abs($1)) }
        let scale = max(largest / 127, 1e-6)
        var bytes: [UInt8] = (0..<4).map { UInt8(truncatingIfNeeded: scale.bitPattern >> (8 * UInt32($0))) }
        bytes += weights.map { UInt8(bitPattern: Int8((($0 / scale).rounded()))) }
        guard let file = fopen(path, "w") else { throw ModelFailure(path: path) }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw ModelFailure(path: path) }
    }

    package struct ModelFailure: Error, CustomStringConvertible {
        let path: String
        package var description: String { "\(path) cannot be written." }
    }
}

private func weightTable() -> UnsafeBufferPointer<UInt8> {
    let table = dateline_facts("name-weights")
    return UnsafeBufferPointer(start: table.bytes, count: table.count)
}
