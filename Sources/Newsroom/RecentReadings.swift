import News
import Synchronization

/// The stories that were read last, so that going back and forth between them reads nothing twice.
final class RecentReadings: Sendable {
    // A class, because background threads and those that ask share it.
    private static let most = 32
    /// Bytes of text in all, but that the last one always stays.
    private static let mostText = 2 << 20

    private let readings = Mutex<[Reading]>([])

    subscript(id: String) -> Reading? {
        readings.withLock { readings in
            guard let place = readings.lastIndex(where: { $0.article.id == id }) else { return nil }
            let reading = readings.remove(at: place)
            readings.append(reading)
            return reading
        }
    }

    func contains(_ id: String) -> Bool { readings.withLock { $0.contains { $0.article.id == id } } }

    func add(_ reading: Reading) {
        readings.withLock { readings in
            readings.removeAll { $0.article.id == reading.article.id }
            readings.append(reading)
            var text = readings.reduce(0) { $0 + $1.article.text.utf8.count }
            while readings.count > Self.most || readings.count > 1 && text > Self.mostText {
                text -= readings.removeFirst().article.text.utf8.count
            }
        }
    }

    func forgetAll() { readings.withLock { $0.removeAll() } }

    func forget(_ ids: some Sequence<String>) {
        let ids = Set(ids)
        readings.withLock { $0.removeAll { ids.contains($0.article.id) } }
    }
}
