/// Words that make a short line of capitals a publisher's name, wherever in it they stand: "ABC News", "The Harbour Times".
let publisherWords: Set<String> = [
    "news", "newswire", "newsroom", "times", "post", "press", "herald", "tribune", "gazette", "journal", "guardian",
    "daily", "weekly", "agency", "radio", "television", "broadcasting", "broadcaster", "observer", "chronicle", "mail",
    "telegraph", "independent", "standard", "magazine", "review", "wire", "bulletin", "courier", "examiner", "mirror",
    "echo", "argus", "dispatch", "inquirer", "enquirer", "ledger", "messenger", "register", "reporter", "sentinel",
    "star", "sun", "globe", "mercury", "monitor", "today", "tv", "express", "advertiser", "online", "media",
    "newspaper", "quarterly", "monthly", "zeitung", "monde", "figaro", "stampa", "repubblica", "mundo",
]

/// Publishers known by a name that says nothing of news.
let publisherNames: Set<String> = [
    "reuters", "afp", "ap", "bbc", "cnn", "npr", "pbs", "cbc", "abc", "nbc", "cbs", "upi", "dpa", "tass", "xinhua",
    "al jazeera", "bloomberg", "politico", "axios", "wikinews", "associated press", "the associated press",
    "agence france-presse", "kyodo", "yonhap", "efe", "ansa", "anadolu", "ips", "voa", "rfe/rl", "dw", "france 24",
    "euronews", "the economist", "the conversation", "vox", "slate", "time", "newsweek", "interfax", "ukrinform",
    "belta", "pti", "ani", "ians", "the canadian press", "press association", "pa media", "allafrica", "huffpost",
]

/// Words that make a line of three capitals and more between byline and date a place: "Papua New Guinea".
let placeWords: Set<String> = [
    "city", "new", "republic", "states", "kingdom", "emirates", "guinea", "island", "islands", "county", "province",
    "state", "region", "district", "federation", "herzegovina", "tobago", "lanka", "san", "santa", "saint", "st",
    "port",
    "rio", "los", "las", "el", "al", "north", "south", "east", "west",
]

/// What a publisher writes beside its name and is neither of it nor a whole date: "Spring 2024", "Vol. 3, No. 2".
let issueWords: Set<String> = [
    "spring", "summer", "autumn", "fall", "winter", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "issue", "volume", "vol", "no", "number", "edition",
]
