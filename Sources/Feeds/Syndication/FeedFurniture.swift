/// Lines that the programs which make feeds put above or below a story.
let feedFurniturePhrases = [
    // "The post … appeared first on …", in the languages of the blogs that write it.
    Phrase(
        "the post …appeared first on …", "The post Ferry strike appeared first on Harbour News.", upTo: 60,
        maySayMore: true),
    Phrase(
        "the article …appeared first on …", "The article Ferry strike appeared first on Harbour News.", upTo: 60,
        maySayMore: true),
    Phrase("…first appeared on …", "Ferry strike first appeared on Harbour News.", upTo: 40, maySayMore: true),
    Phrase("…was first published on …", "This post was first published on Harbour News.", upTo: 40, maySayMore: true),
    Phrase(
        "der beitrag …erschien zuerst auf …", "Der Beitrag Streik erschien zuerst auf Hafenblatt.", upTo: 60,
        maySayMore: true),
    Phrase(
        "l'article …est apparu en premier sur …", "L’article Grève est apparu en premier sur Le Port.", upTo: 60,
        maySayMore: true),
    Phrase(
        "cet article …est apparu en premier sur …", "Cet article Grève est apparu en premier sur Le Port.", upTo: 60,
        maySayMore: true),
    Phrase(
        "la entrada …se publicó primero en …", "La entrada Huelga se publicó primero en El Puerto.", upTo: 60,
        maySayMore: true),
    Phrase(
        "la entrada …aparece primero en …", "La entrada Huelga aparece primero en El Puerto.", upTo: 60,
        maySayMore: true),
    Phrase("o post …apareceu primeiro em …", "O post Greve apareceu primeiro em O Porto.", upTo: 60, maySayMore: true),
    Phrase("l'articolo …proviene da …", "L’articolo Sciopero proviene da Il Porto.", upTo: 60, maySayMore: true),
    Phrase(
        "het bericht …verscheen eerst op …", "Het bericht Staking verscheen eerst op De Haven.", upTo: 60,
        maySayMore: true),
    Phrase("artykuł …pochodzi z serwisu …", "Artykuł Strajk pochodzi z serwisu Port.", upTo: 60, maySayMore: true),

    // Ways to the page.
    Phrase("read more", "Read more…", maySayMore: true),
    Phrase("read more at …", "Read more at Harbour News", upTo: 10, maySayMore: true),
    Phrase("read more on …", "Read more on harbour.example", upTo: 10, maySayMore: true),
    Phrase("read the rest…", "Read the rest of this entry »", upTo: 10, maySayMore: true),
    Phrase("read the full …", "Read the full story at Harbour News.", upTo: 12, maySayMore: true),
    Phrase("read full …", "Read full article", upTo: 6, maySayMore: true),
    Phrase("continue reading…", "Continue reading Ferry strike →", upTo: 30, maySayMore: true),
    Phrase("view entire post", "View Entire Post ›"),
    Phrase("view full …", "View full post", upTo: 5),
    Phrase("click to read…", "Click to read the rest", upTo: 8),
    Phrase("weiterlesen…", "Weiterlesen", upTo: 4),
    Phrase("lire la suite…", "Lire la suite", upTo: 5),
    Phrase("leer más…", "Leer más", upTo: 4),
    Phrase("comments url: …", "Comments URL: https://harbour.example/1", upTo: 20),
    Phrase("article url: …", "Article URL: https://harbour.example/2", upTo: 20),
    Phrase("points: #…", "Points: 120", upTo: 2),
    Phrase("comments: #…", "# Comments: 12", upTo: 3),

    // What aggregators and services add.
    Phrase("submitted by …", "submitted by /u/roe [link] [comments]", upTo: 8),
    Phrase("…[link] [comments…", "[link] [comments]", upTo: 8),
    Phrase("discuss …on …", "Discuss this on the forum", upTo: 8),
    Phrase("email this article…", "Email This Article • Share", upTo: 12),
    Phrase("add to any", "Add to Any"),
    Phrase("this feed …copyright…", "This feed is copyright 2024 by its author.", upTo: 40, maySayMore: true),
]
