private import CLanguageFacts
package import News

// Countries as people name them.

/// All countries that a story can be about, by code.
package let allCountries: [Country] = {
    let facts = dateline_facts("countries")
    let rows = UnsafeBufferPointer(start: facts.bytes, count: facts.count).split(separator: 0x0A)
    return rows.compactMap { row in
        let fields = row.split(separator: 0x09, maxSplits: 2)
        guard fields.count == 3, fields[0].count == 2 else { return nil }
        return Country(
            code: String(decoding: fields[0], as: UTF8.self), name: String(decoding: fields[1], as: UTF8.self))
    }
}()

/// The countries that somebody means: by code ("UA"), by name or a part of it ("ukraine", "korea"), or by any word that
/// points to one in a story ("Holland", "UK"). None when the words name no country.
package func countries(named words: String) -> [Country] {
    let code = words.uppercased()
    if let country = allCountries.first(where: { $0.code == code }) { return [country] }
    let filter = WordFilter(words)
    let partly = allCountries.filter { filter.matches($0.name) }
    // "Niger" is not Nigeria.
    let wholly = partly.filter { WordFilter($0.name).matches(words) }
    if !wholly.isEmpty { return wholly }
    let pointedTo = GivenStory(id: "", content: .text(words)).reading.countries.map(\.country)
    // Signs alone are found in every name.
    let isVague = words.unicodeScalars.count < 3 || partly.count == allCountries.count
    return pointedTo.isEmpty && !isVague ? partly : pointedTo
}
