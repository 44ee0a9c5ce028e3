#include <stddef.h>
#include <stdint.h>

/* Of libFuzzer (https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library), linked in by -sanitize=fuzzer. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*readInput)(const uint8_t *start, size_t count));
