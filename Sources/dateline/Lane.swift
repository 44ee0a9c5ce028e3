import Glibc
import News
import Synchronization

/// Work that is done in the background one after the other, in the order it was asked for.
final class Lane<Work: Sendable>: Sendable {
    // A class, because one thread fills it and another empties it.

    /// Nil is the end.
    private let waiting = Mutex<[Work?]>([])
    /// How many wait. A semaphore is made to be used by several threads at once; it is never freed, as the two lanes of
    /// the program last until its end.
    private nonisolated(unsafe) let count = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private let worker = Mutex<Worker?>(nil)

    init(_ work: @escaping @Sendable (Work) -> Void) {
        sem_init(count, 0, 0)
        let worker = Worker { while let next = self.next() { work(next) } }
        self.worker.withLock { $0 = worker }
    }

    func add(_ work: Work) { put(work) }

    /// Waits until all that was asked for is done. Nothing can be added after it.
    func finish() {
        put(nil)
        worker.withLock { worker in
            worker?.join()
            worker = nil
        }
    }

    private func put(_ work: Work?) {
        waiting.withLock { $0.append(work) }
        sem_post(count)
    }

    private func next() -> Work? {
        while sem_wait(count) != 0 {}
        return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}
