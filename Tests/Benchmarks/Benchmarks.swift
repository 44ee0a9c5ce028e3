import Glibc
import PtyKit

/// Measures the built program as a person or another program meets it, from outside: started, timed, watched on a
/// terminal. Other programs that everybody knows are measured by turns with it, since a machine is never quite the same
/// twice. Prints a table in Markdown.
@main enum Benchmarks {
    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            if let order = options.stories {
                try StoryMaker(try Sample.all(in: options.samples)).write(order.count, into: order.folder)
            } else if options.wantsHelp {
                print(Options.help)
            } else {
                try measure(options)
            }
        } catch let failure as PtyProgram.Failure {
            end(failure.description)
        } catch {
            end("\(error)")
        }
    }

    private static func measure(_ options: Options) throws {
        let bench = try Bench(options)
        let others = Int((try shareOfOthers() * 100).rounded())
        say("other programs take \(others) % of the processors")
        var rows: [Row] = []
        for part in Part.allCases where options.part.map({ part.rawValue == $0 }) ?? true {
            say("measuring \(part.rawValue) …")
            rows += try part.rows(bench)
        }
        let date = options.date.map { ", \($0)" } ?? ""
        // Figures of a busy machine are to be known as such.
        let load = others > 10 ? "; other programs took \(others) % of the processors when it began" : ""
        print("Medians on \(try machine())\(date); terminals of \(Bench.columns)x\(Bench.rows)\(load).\n")
        print(table(rows))
    }

    private enum Part: String, CaseIterable {
        case screens, folders, keys, large, list, extract, rest, library

        func rows(_ bench: Bench) throws -> [Row] {
            switch self {
            case .screens: try bench.firstScreens()
            case .folders: try bench.wholeFolders()
            case .keys: try bench.keysToPaint()
            case .large: try bench.largeTexts()
            case .list: bench.longList()
            case .extract: try bench.extractSpeeds()
            case .rest: try bench.readersAtRest()
            case .library: try bench.libraries()
            }
        }
    }

    private static func end(_ words: String) -> Never {
        say(words)
        exit(1)
    }

    /// To a person, not into the table.
    static func say(_ words: String) {
        let line = Array("benchmarks: \(words)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
