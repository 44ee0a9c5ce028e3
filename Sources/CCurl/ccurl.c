#include "ccurl.h"
#include <dlfcn.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *fault;

static void open_library(void) {
    if (!dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL)) fault = dlerror();
}

const char *ccurl_open(void) {
    pthread_once(&once, open_library);
    return fault;
}
