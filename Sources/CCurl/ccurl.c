#include "ccurl.h"
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// Every function of libcurl in use: one line gives it a pointer and looks it up.
#define FUNCTIONS(X) \
    X(global_init) X(easy_init) X(easy_cleanup) X(easy_reset) X(easy_setopt) X(easy_getinfo) X(easy_strerror) \
    X(slist_append) X(slist_free_all) X(getdate) X(multi_init) X(multi_cleanup) X(multi_add_handle) \
    X(multi_remove_handle) X(multi_perform) X(multi_poll) X(multi_wakeup) X(multi_info_read)

#define POINTER(name) __typeof__(&curl_##name) name;
static struct { FUNCTIONS(POINTER) } curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *fault;

static void open_library(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fault = strdup(dlerror());  // Its own words are gone with the next call.
        // Debian's other flavour, the only one that some machines have.
        library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
        if (!library) return;
        fault = NULL;
    }
#define LOOK_UP(name) \
    if (!(curl.name = (__typeof__(curl.name))dlsym(library, "curl_" #name))) { \
        fault = "libcurl is too old: it has no curl_" #name; \
        return; \
    }
    FUNCTIONS(LOOK_UP)
    if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) fault = "libcurl cannot be set up";
}

const char *ccurl_open(void) {
    pthread_once(&once, open_library);
    return fault;
}

CURL *ccurl_easy_init(void) { return curl.easy_init(); }
void ccurl_easy_cleanup(CURL *easy) { curl.easy_cleanup(easy); }
void ccurl_easy_reset(CURL *easy) { curl.easy_reset(easy); }

bool ccurl_set_number(CURL *easy, CURLoption option, long value) {
    return curl.easy_setopt(easy, option, value) == CURLE_OK;
}
bool ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl.easy_setopt(easy, option, value) == CURLE_OK;
}
bool ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl.easy_setopt(easy, option, value) == CURLE_OK;
}
bool ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl.easy_setopt(easy, option, value) == CURLE_OK;
}
bool ccurl_set_receiver(CURL *easy, CURLoption option, curl_write_callback receiver) {
    return curl.easy_setopt(easy, option, receiver) == CURLE_OK;
}
bool ccurl_set_socket_opener(CURL *easy, curl_opensocket_callback opener) {
    return curl.easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, opener) == CURLE_OK;
}

void ccurl_set_bounds(CURL *easy) {
    curl.easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#if LIBCURL_VERSION_NUM >= 0x075700
    curl.easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
}

long ccurl_number(CURL *easy, CURLINFO info) {
    long value = 0;
    return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}
const char *ccurl_text(CURL *easy, CURLINFO info) {
    const char *value = NULL;
    return curl.easy_getinfo(easy, info, &value) == CURLE_OK ? value : NULL;
}
void *ccurl_owner(CURL *easy) {
    void *value = NULL;
    return curl.easy_getinfo(easy, CURLINFO_PRIVATE, &value) == CURLE_OK ? value : NULL;
}

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *line) {
    struct curl_slist *longer = curl.slist_append(list, line);
    return longer ? longer : list;
}
void ccurl_slist_free_all(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return curl.multi_init(); }
void ccurl_multi_cleanup(CURLM *multi) { curl.multi_cleanup(multi); }
bool ccurl_multi_add(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy) == CURLM_OK; }
void ccurl_multi_remove(CURLM *multi, CURL *easy) { curl.multi_remove_handle(multi, easy); }
void ccurl_multi_perform(CURLM *multi) {
    int running;
    curl.multi_perform(multi, &running);
}
void ccurl_multi_poll(CURLM *multi, int milliseconds) { curl.multi_poll(multi, NULL, 0, milliseconds, NULL); }
void ccurl_multi_wakeup(CURLM *multi) { curl.multi_wakeup(multi); }

CURL *ccurl_multi_ended(CURLM *multi, CURLcode *code) {
    int left;
    CURLMsg *message;
    while ((message = curl.multi_info_read(multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *code = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

const char *ccurl_words(CURLcode code) { return curl.easy_strerror(code); }
time_t ccurl_date(const char *text) { return curl.getdate(text, NULL); }
