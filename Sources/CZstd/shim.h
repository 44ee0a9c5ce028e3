#ifndef DATELINE_CZSTD_H
#define DATELINE_CZSTD_H
// Zstandard, which keeps fetched stories small at a speed that reading a feed does not notice.
#include <zstd.h>
#endif
