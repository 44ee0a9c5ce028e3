#ifndef DATELINE_CMALLOC_H
#define DATELINE_CMALLOC_H
// malloc_trim, which Swift's Glibc leaves out: it gives what was freed back to the system.
#include <malloc.h>
#endif
