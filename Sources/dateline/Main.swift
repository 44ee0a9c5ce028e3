import ArgumentParser
import Glibc
import News

/// The program: parses the command line, runs a command, and ends with the status that `Outcome` tells.
@main enum Main {
    static func main() {
        // Whoever reads our output may stop early (`| head`): then the kernel ends us without a word.
        signal(SIGPIPE, SIG_DFL)
        openStandardDescriptors()
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
            var command = try Dateline.parseAsRoot(arguments.words)
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Whoever starts us may have closed some of the three (`>&-`): a file of ours must not take their place.
    private static func openStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free, which is this one.
            _ = open("/dev/null", O_RDWR)
        }
    }

    private static func end(with error: any Error) -> Never {
        switch error {
        case let outcome as Outcome: exit(outcome.rawValue)
        case let problem as Problem:
            complain(problem)
            exit(Outcome.inputFailed.rawValue)
        case let misuse as Misuse:
            complain(misuse.problem)
            exit(Outcome.wrongUsage.rawValue)
        default: break
        }
        // ArgumentParser's own: help and version are no errors, all else is wrong usage.
        let words = Dateline.fullMessage(for: error)
        let isAsked = Dateline.exitCode(for: error) == .success
        guard isAsked else {
            tell(words + "\n")
            exit(Outcome.wrongUsage.rawValue)
        }
        do {
            try put(words + "\n")
            exit(0)
        } catch {
            exit(Outcome.inputFailed.rawValue)
        }
    }
}

/// How the program ends.
enum Outcome: Int32, Error {
    /// Something in the input failed: named on standard error, the rest done.
    case inputFailed = 1
    case wrongUsage = 2
}

/// Something asked of the program that it cannot do, found after the command line was parsed.
struct Misuse: Error {
    let problem: Problem

    init(_ problem: Problem) { self.problem = problem }
    init(_ summary: String, remedy: String = "") { problem = Problem(summary, remedy: remedy) }
}
