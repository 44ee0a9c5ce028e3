import ArgumentParser
import Extraction

/// `swift run -c release train-names`: learns the weights of the name model from texts whose names are marked.
@main
struct TrainNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-names",
        abstract: "Learns the weights by which names are cut and told apart.",
        discussion: """
            The same texts give the same weights. Stories are text files: "== slug", a "# headline", then a paragraph a \
            line, with {P person}, {O organisation}, {L place} and {M other name} marked. Annotated texts hold one JSON \
            object a line: {"id","text","entities":[{"start","end","type"}]}, offsets in Unicode scalars.

            The weights of this repository come from all stories of Tests/NameTrainer/Stories, with wikinews and wikigold as \
            --annotated, gum as --partly, and the Broad Twitter Corpus as --short with --section btc-g.
            """)

    @Option(help: "A file of annotated texts that mark names of every kind; may be given again.")
    var annotated: [String] = []

    @Option(help: "A file of annotated texts that mark persons, organisations and places alone; may be given again.")
    var partly: [String] = []

    @Option(help: "A file of short texts, marked like --partly, of which twenty are taken as one; may be given again.")
    var short: [String] = []

    @Option(help: "Of short texts, only those whose id begins so.")
    var section = ""

    @Option(help: "A file of annotated texts to measure on, never learnt from.")
    var test: String?

    @Option(help: "How often every text is read.")
    var passes = 16

    @Option(help: "How far one example moves the weights.")
    var rate: Float = 0.03

    @Option(help: "Where to write the weights; without it they are only measured.")
    var out: String?

    @Argument(help: "Files of marked stories.")
    var stories: [String] = []

    func run() throws {
        var lessons: [Lesson] = []
        func add(_ path: String, _ stories: [GoldStory]) {
            let before = lessons.count
            for story in stories { lessons += Lesson.all(of: story) }
            print("\(path): \(stories.count) texts, \(lessons.count - before) runs of names")
        }
        for path in stories.sorted() { add(path, try markedStories(in: contents(of: path))) }
        for path in annotated { add(path, try annotatedStories(in: contents(of: path), marksOthers: true)) }
        for path in partly { add(path, try annotatedStories(in: contents(of: path), marksOthers: false)) }
        for path in short { add(path, try shortStories(in: contents(of: path), section: section)) }

        var learner = Learner(rate: rate)
        for pass in 1...max(1, passes) { print("pass \(pass): loss \(learner.pass(lessons, seed: UInt64(pass)))") }
        let model = NameModel(weights: learner.weights)
        if let test { print(Score(of: model, on: try annotatedStories(in: contents(of: test), marksOthers: true))) }
        if let out { try model.write(to: out) }
    }
}
