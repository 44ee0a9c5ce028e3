import PtyKit

/// What the command line asks for.
struct Options {
    static let help = """
        swift run -c release benchmarks [OPTION ...]

        Measures dateline beside programs that everybody knows; prints a table in Markdown. Some minutes.

          --quick            fewer repeats
          --library N        so many stories in the library, in thousands; 100, or 10 if --quick
          --feeds FOLDER     the library is of the web feeds in this folder; needs --words
          --words A,B,C      of them: a rare word, a common one, a part of a speaker's name
          --date TEXT        a date to print above the table
          --part NAME        one part only: screens, folders, keys, large, list, extract, rest, library
          --program FILE     measures another dateline than the one built with this
          --samples FOLDER   the stories that others are made of; Articles
          --make N FOLDER    only writes N made stories into a folder
        """

    private(set) var isQuick = false
    private(set) var wantsHelp = false
    private(set) var date: String?
    private(set) var part: String?
    /// How many stories the library is to have, where that is said.
    private(set) var libraryStories: Int?
    /// The feeds of the library, where they are not made.
    private(set) var feeds: GivenFeeds?
    private(set) var program = builtProgram("dateline")
    private(set) var samples = "Articles"
    private(set) var stories: (count: Int, folder: String)?

    /// - Throws: for what is no option.
    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        func value() throws -> String {
            guard let value = rest.popFirst() else { throw Obstacle("An option lacks its value; see --help.") }
            return value
        }
        var (feedFolder, words): (String?, String?)
        while let option = rest.popFirst() {
            switch option {
            case "--quick": isQuick = true
            case "--help": wantsHelp = true
            case "--date": date = try value()
            case "--part": part = try value()
            case "--library":
                guard let thousands = Int(try value()), 1...1000 ~= thousands else {
                    throw Obstacle("--library needs a number from 1 to 1000.")
                }
                libraryStories = 1000 * thousands
            case "--feeds": feedFolder = try value()
            case "--words": words = try value()
            case "--program": program = try value()
            case "--samples": samples = try value()
            case "--make":
                guard let count = Int(try value()), count > 0 else { throw Obstacle("--make needs a number.") }
                stories = (count, try value())
            default: throw Obstacle("There is no option “\(option)”; see --help.")
            }
        }
        feeds = try feedFolder.map { try GivenFeeds(in: $0, words: words ?? "") }
    }
}
