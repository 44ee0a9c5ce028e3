import Glibc
import Synchronization

/// A thread of its own for work that waits or takes long.
///
/// Swift's own tasks run on libdispatch, which on Linux wakes up every second for as long as the program lives; a reader
/// that nobody touches has to sleep.
package struct Worker: Sendable {
    private let thread: pthread_t

    /// - Parameter isPatient: whether threads that somebody waits for go first where there are more than processors.
    package init(isPatient: Bool = false, _ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        // Counted by hand, as C keeps nothing alive: retained here, released by the thread, which runs once.
        let box = Unmanaged.passRetained(Body(isPatient ? patient(body) : body))
        let made = pthread_create(
            &thread, nil,
            { box in
                guard let box else { return nil }
                Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        precondition(made == 0, "no thread: out of memory or of processes")
        self.thread = thread
    }

    /// Waits until its work is done. Once.
    package func join() { pthread_join(thread, nil) }

    /// Nobody will wait for it.
    package func detach() { pthread_detach(thread) }
}

/// The same, by a thread that lowers its own priority first. On Linux a thread has one of its own, and 0 means the caller.
private func patient(_ body: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
    {
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        body()
    }
}

private final class Body: Sendable {
    // A class, because C hands over one pointer.
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Does two things at the same time, the first one on a thread of its own, and waits for both.
package func bothAtOnce<First: Sendable, Second, Failure: Error>(
    _ first: @escaping @Sendable () throws(Failure) -> First, and second: () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
    let outcome = Mutex<Result<First, Failure>?>(nil)
    let worker = Worker {
        let result = Result(catching: first)
        outcome.withLock { $0 = result }
    }
    let second = Result(catching: second)
    worker.join()
    guard let first = outcome.withLock({ $0 }) else { preconditionFailure("its thread has ended") }
    return (try first.get(), try second.get())
}
