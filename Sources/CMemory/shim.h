/* Giving memory back to the system, which Swift's Glibc leaves out. */
#ifndef DATELINE_CMEMORY_H
#define DATELINE_CMEMORY_H

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>

/* Where the linker put the program's code. */
extern const char __executable_start[];
extern const char etext[];

/* Before a round of fetching: the body of a large feed goes back to the system when it is freed. glibc would raise its
   bound with the first one, and keep the next ones in heaps of several threads. Not for a reader, whose columns are
   smaller than this bound and would leave holes in the heap as they grow. */
static inline void memory_keep_large_apart(void) {
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  /* Otherwise small, since one of the two was set: heaps would shrink and grow all the time. */
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

/* After a start: what was freed, and the program's code. Linux maps 64 kB of code around every function that is called
   first, so that most of it is resident after a start that used little of it and will not come again; what is used
   again is mapped again from the file, in a fraction of a millisecond. */
static inline void memory_give_back(void) {
  malloc_trim(0);
  const uintptr_t page = 4096;
  const uintptr_t start = ((uintptr_t)__executable_start + page - 1) & ~(page - 1);
  const uintptr_t end = (uintptr_t)etext & ~(page - 1);
  if (end > start) madvise((void *)start, end - start, MADV_DONTNEED);
}
#endif
