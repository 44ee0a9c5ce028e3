#ifndef DATELINE_LANGUAGE_FACTS_H
#define DATELINE_LANGUAGE_FACTS_H
#include <stddef.h>

/// One data file, as bytes: tab-separated lines, UTF-8, '#' starts a comment line.
typedef struct { const char *name; const unsigned char *bytes; size_t count; } DatelineFacts;

/// The file of that name in data/, without ".tsv"; count 0 when there is none.
DatelineFacts dateline_facts(const char *name);
#endif
