/// A part of the world as news readers look for it. Every country belongs to one.
package enum WorldRegion: String, Hashable, Sendable, CaseIterable {
    case africa, antarctica, asia, europe
    /// With the Caribbean.
    case latinAmerica
    /// From Turkey to Iran and Yemen; Egypt and its western neighbours are counted to Africa.
    case middleEast
    case northAmerica, oceania

    /// - Returns: nil for a code that is no country's.
    package init?(countryCode: String) {
        guard let region = Self.regions[countryCode] else { return nil }
        self = region
    }

    package var name: String {
        switch self {
        case .africa: "Africa"
        case .antarctica: "Antarctica"
        case .asia: "Asia"
        case .europe: "Europe"
        case .latinAmerica: "Latin America and Caribbean"
        case .middleEast: "Middle East"
        case .northAmerica: "North America"
        case .oceania: "Oceania"
        }
    }

    /// ISO 3166-1 codes of its countries and territories, by alphabet.
    package var countryCodes: [String] { codes.split(separator: " ").map(String.init) }

    private static let regions: [String: WorldRegion] = {
        var regions: [String: WorldRegion] = [:]
        for region in allCases { for code in region.countryCodes { regions[code] = region } }
        return regions
    }()

    private var codes: String {
        switch self {
        case .africa:
            """
            AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU \
            MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW
            """
        case .antarctica:
            """
            AQ BV GS HM TF
            """
        case .asia:
            """
            AF BD BN BT CC CN HK ID IN IO JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW UZ VN
            """
        case .europe:
            """
            AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI \
            LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK
            """
        case .latinAmerica:
            """
            AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ \
            MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI
            """
        case .middleEast:
            """
            AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE
            """
        case .northAmerica:
            """
            BM CA GL PM US
            """
        case .oceania:
            """
            AS AU CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS
            """
        }
    }
}

extension Country {
    /// Nil for a code that is no country's.
    package var region: WorldRegion? { WorldRegion(countryCode: code) }
}
