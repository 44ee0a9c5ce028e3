#ifndef DATELINE_CCURL_H
#define DATELINE_CCURL_H
// libcurl, opened when something is fetched for the first time: linked, it and its 27 libraries would cost every start 13 ms.
// Here stand the calls that the fetcher makes, by their names without "curl_"; those of curl.h itself are not linked.
#define CURL_DISABLE_DEPRECATION  // CURLOPT_PROTOCOLS: what came in its place is younger than systems in use.
#include <curl/curl.h>
#include <stdbool.h>

/// Opens the library. Nil when it is there; else the words of the dynamic linker. Safe from any thread, any number of times.
/// Nothing below may be called before it has answered nil.
const char *_Nullable ccurl_open(void);

CURL *_Nullable ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *_Nonnull easy);
void ccurl_easy_reset(CURL *_Nonnull easy);

// Swift cannot call variadic functions: one for each kind of value. False for an option that this libcurl does not know.
bool ccurl_set_number(CURL *_Nonnull easy, CURLoption option, long value);
bool ccurl_set_size(CURL *_Nonnull easy, CURLoption option, curl_off_t value);
bool ccurl_set_text(CURL *_Nonnull easy, CURLoption option, const char *_Nullable value);
bool ccurl_set_pointer(CURL *_Nonnull easy, CURLoption option, void *_Nullable value);
bool ccurl_set_receiver(CURL *_Nonnull easy, CURLoption option, curl_write_callback _Nonnull receiver);
bool ccurl_set_socket_opener(CURL *_Nonnull easy, curl_opensocket_callback _Nonnull opener);
/// http and https alone, and no wait for name servers when an answer is no longer wanted.
void ccurl_set_bounds(CURL *_Nonnull easy);

/// Zero and nil where libcurl has none.
long ccurl_number(CURL *_Nonnull easy, CURLINFO info);
const char *_Nullable ccurl_text(CURL *_Nonnull easy, CURLINFO info);
void *_Nullable ccurl_owner(CURL *_Nonnull easy);

struct curl_slist *_Nullable ccurl_slist_append(struct curl_slist *_Nullable list, const char *_Nonnull line);
void ccurl_slist_free_all(struct curl_slist *_Nullable list);

CURLM *_Nullable ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *_Nonnull multi);
bool ccurl_multi_add(CURLM *_Nonnull multi, CURL *_Nonnull easy);
void ccurl_multi_remove(CURLM *_Nonnull multi, CURL *_Nonnull easy);
void ccurl_multi_perform(CURLM *_Nonnull multi);
/// Sleeps until a connection moves, `ccurl_multi_wakeup` is called, or the time is over.
void ccurl_multi_poll(CURLM *_Nonnull multi, int milliseconds);
void ccurl_multi_wakeup(CURLM *_Nonnull multi);
/// The next transfer that has ended, and how: the message itself holds a union. Nil when there is none.
CURL *_Nullable ccurl_multi_ended(CURLM *_Nonnull multi, CURLcode *_Nonnull code);

const char *_Nonnull ccurl_words(CURLcode code);
/// Seconds since 1970 of a date as HTTP has it; -1 for what is none.
time_t ccurl_date(const char *_Nonnull text);
#endif
