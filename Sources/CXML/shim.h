#ifndef DATELINE_CXML_H
#define DATELINE_CXML_H
// libxml2, for feeds (the SAX push parser) and pages (the HTML parser).
// Without its declarations for ICU, which differ from those of Foundation's own ICU: a program with both does not compile.
// Nothing here uses them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>

/// A push parser for feeds. It tells of elements, characters and faults, and goes on after faults; it knows no DTD and no
/// entities but XML's five, fetches nothing and prints nothing. NULL when there is no memory for it.
///
/// In C because the handler is a structure of some thirty function pointers, of which Swift cannot name the variadic ones.
static inline xmlParserCtxtPtr cxml_feed_parser(
    void *listener, startElementNsSAX2Func open, endElementNsSAX2Func close, charactersSAXFunc text,
    xmlStructuredErrorFunc fault) {
    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = open;
    handler.endElementNs = close;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    handler.serror = fault;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, listener, NULL, 0, NULL);
    // NOENT gives "&amp;" in attributes as "&"; no entity is declared that it could expand besides.
    if (parser)
        xmlCtxtUseOptions(
            parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_NOERROR
                        | XML_PARSE_NOWARNING);
    return parser;
}
#endif
