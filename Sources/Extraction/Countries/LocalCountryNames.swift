/// Countries' names in a language, by code, where they are not the English ones; empty for a language that the table does
/// not have. Only for showing: in readings a country keeps its English name, whatever the language.
/// - Parameter language: as a locale names it ("de"), Chinese by its script ("zh-Hant").
package func localCountryNames(in language: String) -> [String: String] {
    let wanted = Array(language.utf8)
    var names: [String: String] = [:]
    for row in FactTable("local-country-names") {
        let languages = row[2].split(separator: UInt8(ascii: " "))
        guard languages.contains(where: { $0.withBytes { $0.elementsEqual(wanted) } }) else { continue }
        names[row[0].text] = row[1].text
    }
    return names
}

/// What else countries are called in English, by code: "Türkiye", "Burma", "French Republic". Without those that need a
/// story around them to be a country's.
package func otherCountryNames() -> [String: [String]] {
    var names: [String: [String]] = [:]
    for row in FactTable("country-terms") where row[2] == "name" && row[3].isEmpty {
        names[row[1].text, default: []].append(row[0].text)
    }
    return names
}
