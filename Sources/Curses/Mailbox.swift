import CNcurses
import Glibc
import Synchronization

/// Ends the terminal's wait from any thread.
package final class Wakeup: Sendable {
    // A class, because the descriptor is closed when the last owner lets go of it.

    /// Readable while a wake-up waits to be noticed.
    let descriptor: Int32

    package init() {
        descriptor = nc_eventfd()
        precondition(descriptor >= 0, "no eventfd: out of file descriptors")
    }

    deinit { close(descriptor) }

    /// `Terminal.nextInput` answers `.woken` soon, once for any number of calls.
    package func wake() {
        var one: UInt64 = 1
        // Only full (after 2^64 wake-ups that nobody noticed) can it fail, and then it is awake already.
        _ = write(descriptor, &one, 8)
    }

    func noticed() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
    }
}

/// What background work has to say to the main thread, in the order it was said.
package final class Mailbox<Message: Sendable>: Sendable {
    // A class, because many threads post in one box.

    private let waiting = Mutex<[Message]>([])
    package let wakeup: Wakeup

    package init(wakeup: Wakeup = Wakeup()) { self.wakeup = wakeup }

    /// From any thread.
    package func post(_ message: Message) {
        waiting.withLock { $0.append(message) }
        wakeup.wake()
    }

    /// All that waits, oldest first; the box is empty after it.
    package func takeAll() -> [Message] {
        waiting.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
