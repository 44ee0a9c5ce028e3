#ifndef DATELINE_CCURL_H
#define DATELINE_CCURL_H
// libcurl, opened when something is fetched for the first time: linked, it and its 27 libraries would cost every start 13 ms.
#include <curl/curl.h>

/// Opens the library. Nil when it is there; else the words of the dynamic linker. Safe from any thread, any number of times.
const char *_Nullable ccurl_open(void);
#endif
