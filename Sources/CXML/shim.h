#ifndef DATELINE_CXML_H
#define DATELINE_CXML_H
// libxml2, for feeds (the SAX push parser) and pages (the HTML parser).
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#endif
