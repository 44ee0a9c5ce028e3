import Extraction

extension Newsroom {
    /// What else countries are called in English, by code.
    package static let otherCountryNames = Extraction.otherCountryNames()

    /// Countries' names by code, in the first of some languages that there are names in; empty where that is English, and
    /// where there are none.
    /// - Parameter languages: as `UserLocale` names them, the most wanted first.
    package static func countryNames(in languages: [String]) -> [String: String] {
        for language in languages {
            if language == "en" { return [:] }
            let names = localCountryNames(in: language)
            if !names.isEmpty { return names }
        }
        return [:]
    }
}
