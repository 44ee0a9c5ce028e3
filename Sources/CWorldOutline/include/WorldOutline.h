#ifndef DATELINE_WORLD_OUTLINE_H
#define DATELINE_WORLD_OUTLINE_H
#include <stddef.h>

/// The bytes of data/world-outline.txt; its first lines say what they mean.
extern const unsigned char *const dateline_world_outline;
extern const size_t dateline_world_outline_count;
#endif
