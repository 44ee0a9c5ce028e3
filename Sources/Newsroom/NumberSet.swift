/// Small numbers, a bit each: the stories of a session, by their numbers in the index.
struct NumberSet: Sendable {
    private var bits: [UInt64] = []
    private(set) var count = 0

    init() {}

    init(_ numbers: some Sequence<Int>) {
        for number in numbers { insert(number) }
    }

    func contains(_ number: Int) -> Bool {
        let word = number >> 6
        return word < bits.count && bits[word] >> UInt64(number & 63) & 1 != 0
    }

    /// - Returns: whether it is new.
    @discardableResult
    mutating func insert(_ number: Int) -> Bool {
        let word = number >> 6
        if word >= bits.count { bits.append(contentsOf: repeatElement(0, count: word + 1 - bits.count)) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        if bits[word] & bit != 0 { return false }
        bits[word] |= bit
        count += 1
        return true
    }

    mutating func remove(_ number: Int) {
        guard contains(number) else { return }
        bits[number >> 6] &= ~(UInt64(1) << UInt64(number & 63))
        count -= 1
    }
}
