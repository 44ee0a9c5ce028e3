import Glibc

/// Lets one thread wait until others have done so many things.
final class Countdown: Sendable {
    // A class, because threads share it. A semaphore is made for several threads at once; it lives as long as this.
    private nonisolated(unsafe) let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private let count: Int

    init(_ count: Int) {
        self.count = count
        sem_init(semaphore, 0, 0)
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func countDown() { sem_post(semaphore) }

    /// Once.
    func wait() {
        for _ in 0..<count { while sem_wait(semaphore) != 0 {} }
    }
}
