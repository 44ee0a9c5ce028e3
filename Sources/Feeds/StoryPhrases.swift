/// Lines that belong to a story without being its body, told by their words. Each row: pattern, example.

/// Who else worked on it. Looked for near the end only.
let creditPhrases: [Phrase] = [
    Phrase("…contributed to this report", "Jane Roe in Lisbon contributed to this report.", upTo: 70, maySayMore: true),
    Phrase("…contributed to this story", "Jane Roe contributed to this story.", upTo: 70, maySayMore: true),
    Phrase("…contributed to this article", "Jane Roe contributed to this article.", upTo: 70, maySayMore: true),
    Phrase("…contributed reporting", "Jane Roe contributed reporting.", upTo: 50, maySayMore: true),
    Phrase("…contributed reporting from …", "Jane Roe contributed reporting from Lisbon.", upTo: 50, maySayMore: true),
    Phrase("…contributed research", "Jane Roe contributed research.", upTo: 40, maySayMore: true),
    Phrase(
        "…contributed to this report …", "Jane Roe contributed to this report from Lisbon.", upTo: 50, maySayMore: true),
    Phrase("…helped report this …", "Jane Roe helped report this story.", upTo: 30, maySayMore: true),
    Phrase("additional reporting by …", "Additional reporting by Jane Roe.", upTo: 40, maySayMore: true),
    Phrase("additional reporting: …", "Additional reporting: Jane Roe", upTo: 30, maySayMore: true),
    Phrase(
        "…contributed to this report. …", "Jane Roe contributed to this report. More on our page.", upTo: 50,
        maySayMore: true),
    Phrase("additional research by …", "Additional research by Jane Roe.", upTo: 30, maySayMore: true),
    Phrase("reporting by …", "Reporting by Jane Roe; editing by John Poe", upTo: 50, maySayMore: true),
    Phrase("(reporting by …", "(Reporting by Jane Roe; Editing by John Poe)", upTo: 60, maySayMore: true),
    Phrase("(additional reporting by …", "(Additional reporting by Jane Roe)", upTo: 50, maySayMore: true),
    Phrase("(writing by …", "(Writing by Jane Roe; Editing by John Poe)", upTo: 50, maySayMore: true),
    Phrase("(editing by …", "(Editing by John Poe)", upTo: 30, maySayMore: true),
    Phrase("(edited by …", "(Edited by John Poe)", upTo: 30, maySayMore: true),
    Phrase("editing by …", "Editing by John Poe", upTo: 20, maySayMore: true),
    Phrase("edited by: …", "Edited by: John Poe", upTo: 12, maySayMore: true),
    Phrase("edited by …", "Edited by John Poe", upTo: 8),
    Phrase("writing by …", "Writing by Jane Roe", upTo: 20, maySayMore: true),
    Phrase("with reporting by …", "With reporting by Jane Roe.", upTo: 40, maySayMore: true),
    Phrase("with additional reporting by …", "With additional reporting by Jane Roe.", upTo: 40, maySayMore: true),
    Phrase("with files from …", "With files from Jane Roe", upTo: 25, maySayMore: true),
    Phrase("with contributions from …", "With contributions from Jane Roe", upTo: 25, maySayMore: true),
    Phrase("translated by …", "Translated by Jane Roe", upTo: 12),
]

/// Only where the line is short and the last of the story: as a sentence of the body they are common.
let lastLineCreditPhrases: [Phrase] = [
    Phrase("…reported from …", "Roe reported from Ankara.", upTo: 30, maySayMore: true)
]

/// Words under a picture, and who took it.
let captionPhrases: [Phrase] = [
    Phrase("photo: …", "Photo: Jane Roe", upTo: 40, maySayMore: true),
    Phrase("photos: …", "Photos: Jane Roe", upTo: 40, maySayMore: true),
    Phrase("photo by …", "Photo by Jane Roe", upTo: 12),
    Phrase("photo credit…", "Photo credit: Jane Roe", upTo: 20, maySayMore: true),
    Phrase("photograph: …", "Photograph: Jane Roe/Harbour Pictures", upTo: 40, maySayMore: true),
    Phrase("photograph by …", "Photograph by Jane Roe", upTo: 12),
    Phrase("picture: …", "Picture: Jane Roe", upTo: 30, maySayMore: true),
    Phrase("pic: …", "Pic: Jane Roe", upTo: 20, maySayMore: true),
    Phrase("image: …", "Image: Jane Roe", upTo: 30, maySayMore: true),
    Phrase("image credit…", "Image credit: Jane Roe", upTo: 20, maySayMore: true),
    Phrase("image source…", "Image source, Harbour Pictures", upTo: 12),
    Phrase("image caption…", "Image caption The old harbour at dawn", upTo: 50, maySayMore: true),
    Phrase("image copyright…", "Image copyright Harbour Pictures", upTo: 12),
    Phrase(
        "open this photo in gallery…", "Open this photo in gallery: ferries at the quay.", upTo: 80, maySayMore: true),
    Phrase("file photo…", "FILE PHOTO: The old harbour at dawn.", upTo: 60, maySayMore: true),
    Phrase("file - …", "FILE - The old harbour at dawn, 2019.", upTo: 70, maySayMore: true),
    Phrase("file picture…", "File picture of the harbour", upTo: 12),
    Phrase("credit: …", "Credit: Jane Roe", upTo: 10),
    Phrase("credits: …", "Credits: Jane Roe", upTo: 10),
    Phrase("caption: …", "Caption: the old harbour", upTo: 40, maySayMore: true),
    Phrase("illustration: …", "Illustration: Jane Roe", upTo: 12),
    Phrase("…(ap photo/…)", "Ferries wait at the quay. (AP Photo/Jane Roe)", upTo: 80, maySayMore: true),
    Phrase("…(photo by …)", "Ferries wait. (Photo by Jane Roe/Harbour Pictures)", upTo: 80, maySayMore: true),
    Phrase("…(photo: …)", "Ferries wait at the quay. (Photo: Jane Roe)", upTo: 80, maySayMore: true),
    Phrase("…via getty images", "Ferries wait. Jane Roe/AFP via Getty Images", upTo: 60, maySayMore: true),
    Phrase("…/getty images", "Ferries wait. Jane Roe/Getty Images", upTo: 60, maySayMore: true),
    Phrase("getty images", "Getty Images"),
    Phrase("…/afp via getty…", "Jane Roe/AFP via Getty", upTo: 40, maySayMore: true),
    Phrase("…/reuters", "Ferries wait at the quay. Jane Roe/Reuters", upTo: 50),
    Phrase("…/file photo", "REUTERS/Jane Roe/File Photo", upTo: 60),
    Phrase("reuters/…", "REUTERS/Jane Roe", upTo: 8),
    Phrase("afp photo…", "AFP PHOTO / Jane Roe", upTo: 8),
    Phrase("ap photo…", "AP Photo/Jane Roe", upTo: 8),
    Phrase("click to enlarge…", "Click to enlarge", upTo: 6),
    Phrase("view gallery…", "View gallery", upTo: 5),
]

/// What stands before the writers' names. Looked for around the headline, and at the end.
let bylineOpenings: [Phrase] = [
    Phrase("by: …", "By: Jane Roe", upTo: 20),
    Phrase("byline: …", "BYLINE: Jane Roe.", upTo: 20, maySayMore: true),
    Phrase("by …", "By Jane Roe, Staff Writer", upTo: 30, maySayMore: true),
    Phrase("written by: …", "Written by: Jane Roe", upTo: 20),
    Phrase("written by …", "Written by Jane Roe", upTo: 20),
    Phrase("words by …", "Words by Jane Roe", upTo: 12),
    Phrase("words: …", "Words: Jane Roe", upTo: 12),
    Phrase("story by …", "Story by Jane Roe", upTo: 12),
    Phrase("report by …", "Report by Jane Roe", upTo: 12),
    Phrase("text by …", "Text by Jane Roe", upTo: 12),
    Phrase("posted by …", "Posted by Jane Roe", upTo: 15),
    Phrase("published by …", "Published by Jane Roe", upTo: 15),
    Phrase("author: …", "Author: Jane Roe", upTo: 12),
    Phrase("reporter: …", "Reporter: Jane Roe", upTo: 12),
]

/// What stands before the publisher.
let sourceOpenings: [Phrase] = [
    Phrase("source: …", "Source: Harbour News", upTo: 8),
    Phrase("source - …", "Source – Harbour News", upTo: 8),
    Phrase("(source: …", "(Source: Harbour News)", upTo: 8),
    Phrase("publisher: …", "Publisher: Harbour News", upTo: 8),
    Phrase("via …", "via Harbour News", upTo: 5),
]

/// What may stand beside a date on a line that is nothing but a date.
let dateWords: Set<String> = [
    "published", "publish", "updated", "update", "posted", "modified", "last", "first", "on", "at", "date", "created",
    "issued", "of", "the", "and", "to", "from", "time", "am", "pm", "edited", "released", "filed", "local", "st", "nd",
    "rd", "th", "min", "mins", "minute", "minutes", "read",
]

/// What a writer is, behind a name: "Jane Roe, Staff Writer".
let writerRoles: Set<String> = [
    "staff", "writer", "correspondent", "editor", "reporter", "columnist", "contributor", "journalist", "desk",
    "bureau", "chief", "political", "senior", "associated", "agency", "agencies", "special", "freelance", "producer",
    "analyst", "team", "news", "press", "reuters", "afp", "ap", "bbc", "cnn", "opinion", "contributing", "intern",
    "fellow", "photographer", "online", "digital", "service", "tribune", "times", "correspondents", "editors",
    "reporters", "writers",
]

/// The last word of a line that says what its writer is: "Culture correspondent" below "Jane Roe".
let writerTitles: Set<String> = [
    "correspondent", "correspondents", "editor", "editors", "reporter", "reporters", "writer", "writers", "columnist",
    "contributor", "journalist", "critic",
]
