/// What a library knows of a name that one of its stories has.
package struct NameCard: Hashable, Sendable {
    /// What was asked.
    package struct Question: Hashable, Sendable {
        /// The id of the story that has the name.
        package let story: String
        /// The entity's full name there.
        package let name: String
        package let kind: Entity.Kind

        package init(story: String, name: String, kind: Entity.Kind) {
            self.story = story
            self.name = name
            self.kind = kind
        }
    }

    package let question: Question
    /// The sentence in which the body names it first; nil when the body does not.
    package let firstSentence: TextSpan?
    /// The ids of the other stories that name it, newest first.
    package let otherStories: [String]

    package init(question: Question, firstSentence: TextSpan?, otherStories: [String]) {
        self.question = question
        self.firstSentence = firstSentence
        self.otherStories = otherStories
    }
}
