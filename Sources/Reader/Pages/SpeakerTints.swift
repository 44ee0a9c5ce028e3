import News
import Screen

/// Who is who in one story, by colour: each speaker has a tint of their own, in the order in which they first speak, in the
/// text, the side panel and the script. The seventh begins anew. What nobody is named for has none.
struct SpeakerTints: Sendable {
    private let places: [String: Int]

    init(_ reading: Reading) {
        var places: [String: Int] = [:]
        for name in reading.quotes.compactMap(\.speaker?.name) where places[name] == nil {
            places[name] = places.count
        }
        self.places = places
    }

    /// Of the words of a quote in the text.
    func words(of speaker: String?) -> Role { role(of: speaker, among: Role.tints) ?? .quote }

    /// Of a speaker's name; nil for somebody who says nothing.
    func name(of speaker: String?) -> Role? { role(of: speaker, among: Role.speakerTints) }

    private func role(of speaker: String?, among roles: [Role]) -> Role? {
        speaker.flatMap { places[$0] }.map { roles[$0 % roles.count] }
    }
}
