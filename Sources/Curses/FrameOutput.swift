import CNcurses
import Glibc
import Screen

/// What ncurses draws on: the terminal, by a descriptor that leads into memory while a frame is drawn. So a frame goes out
/// in one piece, shortened by `FrameThrift`; all else that ncurses says and asks goes straight to the terminal.
final class FrameOutput {
    // A class, because its descriptors are closed once.

    /// For newterm. Closed with this, when `CursesTerminal.end` has deleted the screen that uses it.
    let file: UnsafeMutablePointer<FILE>
    private let descriptor: Int32
    /// Where frames are gathered; negative where there is no such thing, and frames go out as they are.
    private let memory: Int32
    private let thrift: FrameThrift?

    /// Nil when there are no more file descriptors.
    init?(thrift: FrameThrift?) {
        descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        guard descriptor >= 0, let file = fdopen(descriptor, "w") else { return nil }
        self.file = file
        self.thrift = thrift
        memory = thrift == nil ? -1 : memfd_create("frame", UInt32(MFD_CLOEXEC))
    }

    deinit {
        if memory >= 0 { close(memory) }
        fclose(file)
    }

    /// Draws a frame and sends it.
    /// - Parameter draw: everything of it that ncurses is to send, and nothing that asks the terminal.
    func send(_ draw: () -> Void) {
        // Over the last frame: memory that was written to before need not be found again.
        guard let thrift, memory >= 0, lseek(memory, 0, SEEK_SET) == 0, dup3(memory, descriptor, O_CLOEXEC) >= 0 else {
            return draw()
        }
        draw()
        // The terminal is open: there was a descriptor for it, and this is the same.
        while dup3(STDOUT_FILENO, descriptor, O_CLOEXEC) < 0, errno == EINTR || errno == EBUSY {}
        writeAll(thrift.shortened(takeDrawn()))
    }

    private func takeDrawn() -> [UInt8] {
        let count = max(0, lseek(memory, 0, SEEK_CUR))
        // Read into the array itself, without zeros first; `filled` is what the kernel wrote.
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(memory, buffer.baseAddress?.advanced(by: filled), count - filled, filled)
                if read <= 0 { break }
                filled += read
            }
        }
        return bytes
    }
}
