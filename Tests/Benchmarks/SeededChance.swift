/// Chance that repeats itself: the same seed gives the same numbers on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014), with its constants.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter number: one of many sequences of a seed that have nothing to do with each other.
    init(seed: UInt64, number: Int = 0) {
        state = seed
        state = next() ^ UInt64(truncatingIfNeeded: number)
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
