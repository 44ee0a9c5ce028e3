import Extraction
package import News

/// The countries that somebody means: by code ("UA"), by name or a part of it ("ukraine", "korea"), or by any word that
/// points to one in a story ("Holland", "UK"). None when the words name no country.
package func countries(named words: String) -> [Country] {
    let code = words.uppercased()
    if let country = knownCountries.first(where: { $0.code == code }) { return [country] }
    let filter = WordFilter(words)
    let partly = knownCountries.filter { filter.matches($0.name) }
    // "Niger" is not Nigeria.
    let wholly = partly.filter { WordFilter($0.name).matches(words) }
    if !wholly.isEmpty { return wholly }
    let pointedTo = GivenStory(id: "", content: .text(words)).reading.countries.map(\.country)
    // Signs alone are found in every name.
    let isVague = words.unicodeScalars.count < 3 || partly.count == knownCountries.count
    return pointedTo.isEmpty && !isVague ? partly : pointedTo
}
