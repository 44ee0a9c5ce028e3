import Extraction
import Glibc

// train-names [--out FILE] [--passes N] [--rate R] [--decay D] [--test GOLD.ndjson] STORIES.txt… [DATA.ndjson:others:weight …]
var output: String?
var passes = 8
var rate: Float = 0.04
var decay: Float = 0
var held: [GoldStory] = []
var learnt: [Lesson] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--out": output = arguments.popFirst()
    case "--passes": passes = arguments.popFirst().flatMap { Int($0) } ?? passes
    case "--rate": rate = arguments.popFirst().flatMap { Float($0) } ?? rate
    case "--decay": decay = arguments.popFirst().flatMap { Float($0) } ?? decay
    case "--test":
        guard let path = arguments.popFirst() else { throw TrainerFailure("--test needs a file.") }
        held += try annotatedStories(in: contents(of: path), marksOthers: true, weight: 1)
    default:
        let parts = argument.split(separator: ":")
        let text = try contents(of: String(parts[0]))
        let stories =
            parts[0].hasSuffix(".txt")
            ? markedStories(in: text)
            : try annotatedStories(
                in: text, marksOthers: parts.count > 1 && parts[1] == "others",
                weight: parts.count > 2 ? Float(String(parts[2])) ?? 1 : 1)
        let before = learnt.count
        for story in stories { learnt += lessons(of: story) }
        print(parts[0], stories.count, "texts", learnt.count - before, "runs")
    }
}
var learner = Learner(rate: rate, decay: decay)
for pass in 1...passes { print("pass", pass, "loss", learner.pass(learnt, seed: UInt64(pass))) }
let model = NameModel(weights: learner.weights)
if !held.isEmpty { print(Score(of: model, on: held)) }
if let output { try model.write(to: output) }
