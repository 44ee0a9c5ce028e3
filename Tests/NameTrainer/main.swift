import Extraction
import Glibc

// train-names [--out FILE] [--passes N] [--rate R] [--decay D] STORIES.txt… [DATA.ndjson:marks-others:weight …]
var output = "Sources/CLanguageFacts/data/name-weights.bin"
var passes = 8
var rate: Float = 0.1
var decay: Float = 0
var lessonsLearnt: [Lesson] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--out": output = arguments.popFirst() ?? output
    case "--passes": passes = arguments.popFirst().flatMap { Int($0) } ?? passes
    case "--rate": rate = arguments.popFirst().flatMap { Float($0) } ?? rate
    case "--decay": decay = arguments.popFirst().flatMap { Float($0) } ?? decay
    default:
        let parts = argument.split(separator: ":")
        let text = try contents(of: String(parts[0]))
        let stories =
            parts[0].hasSuffix(".txt")
            ? markedStories(in: text)
            : try annotatedStories(
                in: text, marksOthers: parts.count > 1 && parts[1] == "others",
                weight: parts.count > 2 ? Float(String(parts[2])) ?? 1 : 1)
        let before = lessonsLearnt.count
        for story in stories { lessonsLearnt += lessons(of: story) }
        print(parts[0], stories.count, "texts", lessonsLearnt.count - before, "runs")
    }
}
var learner = Learner(rate: rate, decay: decay)
for pass in 1...passes {
    print("pass", pass, "loss", learner.pass(lessonsLearnt, seed: UInt64(pass)))
}
try NameModel.write(learner.weights, to: output)
