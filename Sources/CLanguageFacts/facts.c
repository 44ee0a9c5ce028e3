#include "LanguageFacts.h"
#include <string.h>

static const unsigned char countries[] = {
#embed "data/countries.tsv"
};

#define FACTS(name) { #name, name, sizeof name }
static const DatelineFacts all[] = { FACTS(countries) };

DatelineFacts dateline_facts(const char *name) {
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].name, name) == 0) return all[i];
    return (DatelineFacts){ name, 0, 0 };
}
