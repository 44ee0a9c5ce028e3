/// A country as stories name it, so that one can stand in for another wherever the country, its capital or its people
/// are meant.
struct Nation: Hashable {
    let name: String
    let capital: String
    let people: String

    /// Only names that are one word and mean nothing else: no Georgia, Jordan or Chad.
    static let all: [Nation] = rows.split(separator: "\n").map { row in
        let words = row.split(separator: " ").map(String.init)
        return Nation(name: words[0], capital: words[1], people: words[2])
    }

    /// What is written for this country, and what for another in its place; datelines stand in capitals.
    func wording(as other: Nation) -> [(from: String, to: String)] {
        [
            (name, other.name), (capital, other.capital), (people, other.people),
            (capital.uppercased(), other.capital.uppercased()),
        ]
    }

    private static let rows = """
        Albania Tirana Albanian
        Angola Luanda Angolan
        Armenia Yerevan Armenian
        Austria Vienna Austrian
        Bangladesh Dhaka Bangladeshi
        Belarus Minsk Belarusian
        Belgium Brussels Belgian
        Botswana Gaborone Botswanan
        Bulgaria Sofia Bulgarian
        Chile Santiago Chilean
        Colombia Bogotá Colombian
        Croatia Zagreb Croatian
        Egypt Cairo Egyptian
        Estonia Tallinn Estonian
        Finland Helsinki Finnish
        Ghana Accra Ghanaian
        Hungary Budapest Hungarian
        Iceland Reykjavik Icelandic
        Indonesia Jakarta Indonesian
        Iran Tehran Iranian
        Iraq Baghdad Iraqi
        Ireland Dublin Irish
        Italy Rome Italian
        Japan Tokyo Japanese
        Kenya Nairobi Kenyan
        Kyrgyzstan Bishkek Kyrgyz
        Latvia Riga Latvian
        Lithuania Vilnius Lithuanian
        Malawi Lilongwe Malawian
        Mongolia Ulaanbaatar Mongolian
        Morocco Rabat Moroccan
        Nepal Kathmandu Nepali
        Norway Oslo Norwegian
        Oman Muscat Omani
        Peru Lima Peruvian
        Poland Warsaw Polish
        Portugal Lisbon Portuguese
        Rwanda Kigali Rwandan
        Senegal Dakar Senegalese
        Serbia Belgrade Serbian
        Sweden Stockholm Swedish
        Switzerland Bern Swiss
        Tunisia Tunis Tunisian
        Turkey Ankara Turkish
        Uganda Kampala Ugandan
        Ukraine Kyiv Ukrainian
        Uruguay Montevideo Uruguayan
        Vietnam Hanoi Vietnamese
        Zambia Lusaka Zambian
        Zimbabwe Harare Zimbabwean
        """
}
