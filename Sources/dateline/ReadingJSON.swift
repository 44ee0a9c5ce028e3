import JSONText
import News

/// A reading as the object that `dateline extract` promises.
struct ReadingJSON {
    let reading: Reading
    /// As it was given: a string, a number, or null.
    let id: JSONValue
    /// As it was given; nil when it was not, and the story's own date is told.
    var published: String?
    /// Whether spans point into a text that the reader of this does not have.
    let showsText: Bool

    func write(to json: inout JSONWriter) {
        let article = reading.article
        json.object { json in
            json.field("id") { $0.value(id) }
            json.field("title", article.title)
            json.field("standfirst", article.standfirst.map { article.text[$0] })
            json.field("source", article.source)
            json.field("byline", article.byline)
            json.field("published", published ?? article.published?.iso8601)
            json.field("body", article.body)
            json.field("credits", article.credits)
            let spans = SpanWriter(offsets: ScalarOffsets(article.text))
            json.field("quotes") { $0.array { json in for quote in reading.quotes { write(quote, spans, to: &json) } } }
            json.field("entities") {
                $0.array { json in for entity in reading.entities { write(entity, spans, to: &json) } }
            }
            json.field("countries") {
                $0.array { json in for country in reading.countries { write(country, to: &json) } }
            }
            if showsText { json.field("text", article.text) }
        }
    }

    /// One object a stretch of words: a quote that the writer breaks, or that runs over paragraphs, gives several.
    private func write(_ quote: Quote, _ spans: SpanWriter, to json: inout JSONWriter) {
        for (index, words) in quote.words.enumerated() {
            json.object { json in
                spans.write(words, to: &json)
                json.field("speaker", quote.speaker?.written.map { reading.article.text[$0] })
                json.field("speaker_full", quote.speaker?.name)
                json.field("cue", index == 0 ? quote.cue.map { reading.article.text[$0] } : nil)
            }
        }
    }

    private func write(_ entity: Entity, _ spans: SpanWriter, to json: inout JSONWriter) {
        json.object { json in
            json.field("name", entity.name)
            json.field("type", entity.kind.rawValue)
            json.field("role", entity.role)
            json.field("mentions") {
                $0.array { json in
                    for mention in entity.mentions { json.object { spans.write(mention, to: &$0) } }
                }
            }
        }
    }

    private func write(_ weight: CountryWeight, to json: inout JSONWriter) {
        json.object { json in
            json.field("code", weight.country.code)
            json.field("name", weight.country.name)
            json.field("mentions", weight.mentions.count)
            json.field("share", thousandths: Int((weight.share * 1000).rounded()))
            json.field("about", weight.isAbout)
        }
    }
}

/// Writes where words stand, and the words.
private struct SpanWriter {
    let offsets: ScalarOffsets

    func write(_ span: TextSpan, to json: inout JSONWriter) {
        json.field("start", offsets.scalars(before: span.start))
        json.field("end", offsets.scalars(before: span.end))
        json.field("text", utf8: offsets.bytes[span.start..<span.end])
    }
}
