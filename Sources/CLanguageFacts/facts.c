#include "LanguageFacts.h"
#include <string.h>

/* A file is named here twice: its bytes, and its place in the list. */
static const unsigned char blockers[] = {
#embed "data/blockers.tsv"
};
static const unsigned char cities[] = {
#embed "data/cities.tsv"
};
static const unsigned char countries[] = {
#embed "data/countries.tsv"
};
static const unsigned char country_names[] = {
#embed "data/country-names.tsv"
};
static const unsigned char country_terms[] = {
#embed "data/country-terms.tsv"
};
static const unsigned char cues[] = {
#embed "data/cues.tsv"
};
static const unsigned char folding[] = {
#embed "data/folding.tsv"
};
static const unsigned char forenames[] = {
#embed "data/forenames.tsv"
};
static const unsigned char function_words[] = {
#embed "data/function-words.tsv"
};
static const unsigned char name_weights[] = {
#embed "data/name-weights.bin"
};
static const unsigned char languages[] = {
#embed "data/languages.tsv"
};
static const unsigned char local_country_names[] = {
#embed "data/local-country-names.tsv"
};
static const unsigned char namesakes[] = {
#embed "data/namesakes.tsv"
};
static const unsigned char organisations[] = {
#embed "data/organisations.tsv"
};
static const unsigned char place_context[] = {
#embed "data/place-context.tsv"
};
static const unsigned char places[] = {
#embed "data/places.tsv"
};
static const unsigned char roles[] = {
#embed "data/roles.tsv"
};
static const unsigned char setting_words[] = {
#embed "data/setting-words.tsv"
};
static const unsigned char surnames[] = {
#embed "data/surnames.tsv"
};
static const unsigned char words[] = {
#embed "data/words.tsv"
};

/* The words of one language each. */
static const unsigned char de[] = {
#embed "data/languages/de.tsv"
};
static const unsigned char es[] = {
#embed "data/languages/es.tsv"
};
static const unsigned char fr[] = {
#embed "data/languages/fr.tsv"
};
static const unsigned char it[] = {
#embed "data/languages/it.tsv"
};
static const unsigned char nl[] = {
#embed "data/languages/nl.tsv"
};
static const unsigned char pt[] = {
#embed "data/languages/pt.tsv"
};
static const unsigned char ru[] = {
#embed "data/languages/ru.tsv"
};
static const unsigned char uk[] = {
#embed "data/languages/uk.tsv"
};

#define FACTS(name, array) { name, array, sizeof array }
static const DatelineFacts all[] = {
    FACTS("blockers", blockers), FACTS("cities", cities), FACTS("countries", countries),
    FACTS("country-names", country_names), FACTS("country-terms", country_terms), FACTS("cues", cues),
    FACTS("folding", folding),
    FACTS("forenames", forenames), FACTS("function-words", function_words), FACTS("languages", languages),
    FACTS("languages/de", de), FACTS("languages/es", es), FACTS("languages/fr", fr), FACTS("languages/it", it),
    FACTS("languages/nl", nl), FACTS("languages/pt", pt), FACTS("languages/ru", ru), FACTS("languages/uk", uk),
    FACTS("local-country-names", local_country_names), FACTS("name-weights", name_weights), FACTS("namesakes", namesakes),
    FACTS("organisations", organisations), FACTS("place-context", place_context), FACTS("places", places),
    FACTS("roles", roles), FACTS("setting-words", setting_words), FACTS("surnames", surnames), FACTS("words", words),
};

DatelineFacts dateline_facts(const char *name) {
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, name) == 0) return all[i];
    return (DatelineFacts){ name, 0, 0 };
}
