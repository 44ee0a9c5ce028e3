import News
import Testing

struct NumberSetTests {
    @Test(arguments: UInt64(0)..<50)
    func bitsDoWhatSetsDo(_ seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        func some() -> Set<Int> {
            let limit = Int.random(in: 1...300, using: &numbers)
            let count = Int.random(in: 0..<100, using: &numbers)
            return Set((0..<count).map { _ in Int.random(in: 0..<limit, using: &numbers) })
        }
        let (a, b) = (some(), some())
        var (met, joined, left) = (NumberSet(a), NumberSet(a), NumberSet(a))
        met.formIntersection(NumberSet(b))
        joined.formUnion(NumberSet(b))
        left.subtract(NumberSet(b))
        #expect(met == NumberSet(a.intersection(b)))
        #expect(joined == NumberSet(a.union(b)))
        #expect(left == NumberSet(a.subtracting(b)))
        #expect(left.isEmpty == a.subtracting(b).isEmpty)
        #expect(joined.count == a.union(b).count)
        var rows: [Int] = []
        joined.forEach { rows.append($0) }
        #expect(rows == a.union(b).sorted())
        #expect((-1...301).allSatisfy { joined.contains($0) == a.union(b).contains($0) })
    }

    @Test(arguments: [0, 1, 63, 64, 65, 1_000])
    func allRowsAreThere(_ count: Int) {
        #expect(NumberSet(count: count) == NumberSet(0..<count))
        #expect(NumberSet(count: count) { _ in true } == NumberSet(count: count))
        #expect(NumberSet(count: count) { _ in false } == NumberSet())
        #expect(NumberSet(count: count).count == count)
    }
}
