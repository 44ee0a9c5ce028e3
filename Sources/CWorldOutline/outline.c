#include "WorldOutline.h"

static const unsigned char outline[] = {
#embed "data/world-outline.txt"
};

const unsigned char *const dateline_world_outline = outline;
const size_t dateline_world_outline_count = sizeof outline;
