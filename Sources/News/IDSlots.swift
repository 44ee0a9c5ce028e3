/// Finds numbers by their ids without keeping the ids: slots of four bytes, filled from the place that the id's hash says
/// onwards. Nothing is taken out: what is asked about a number that no longer counts says so.
struct IDSlots: Sendable {
    /// Each one more than a number, in as many bits as there are slots for, and bits of the hash above; 0 is free.
    private var slots: [UInt32] = []

    /// Whether so many numbers in all find room.
    func hasRoom(for numbers: Int) -> Bool { numbers <= slots.count / 5 * 4 }

    /// Empty slots for so many numbers, with room for some more.
    init(for numbers: Int = 0) {
        guard numbers > 0 else { return }
        var count = 16
        while numbers > count / 5 * 4 { count *= 2 }
        slots = Array(repeating: 0, count: count)
    }

    /// - Parameter isWanted: whether a number is of the id; few others are asked about.
    func number(hash: UInt64, where isWanted: (Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        let tag = tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot] & mask) - 1
            if slots[slot] & ~mask == tag, isWanted(number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// - Precondition: there is room.
    mutating func insert(_ number: Int, hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = tag(hash) | UInt32(truncatingIfNeeded: number + 1)
    }

    private var mask: UInt32 { UInt32(truncatingIfNeeded: slots.count - 1) }

    private func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & ~mask }
}

/// The same for the same bytes, always. (Folded multiplication, as in Wang Yi's wyhash, public domain.)
func idHash(_ id: UnsafeRawBufferPointer) -> UInt64 {
    func mixed(_ value: UInt64) -> UInt64 {
        let (high, low) = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return high ^ low
    }
    var hash = UInt64(truncatingIfNeeded: id.count)
    var place = 0
    while place + 8 <= id.count {
        hash = mixed(hash ^ id.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
    }
    var rest: UInt64 = 0
    while place < id.count {
        rest = rest << 8 | UInt64(id[place])
        place += 1
    }
    return mixed(hash ^ rest)
}
