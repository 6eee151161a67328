// libcurl's easy interface, opened when it is first needed: the command does not load it otherwise, nor needs it to be built.
// The numbers are part of libcurl's binary interface, which has been the same since 7.16 (2006).
#include <dlfcn.h>
#include <stddef.h>

enum {
  HEARD_CURL_URL = 10002,
  HEARD_CURL_PROXY = 10004,
  HEARD_CURL_POSTFIELDS = 10015,
  HEARD_CURL_HTTPHEADER = 10023,
  HEARD_CURL_POST = 47,
  HEARD_CURL_POSTFIELDSIZE = 60,
  HEARD_CURL_NOSIGNAL = 99,
  HEARD_CURL_TIMEOUT_MS = 155,
  HEARD_CURL_PROTOCOLS = 181,
};

typedef size_t (*heard_curl_receive)(char *bytes, size_t size, size_t count, void *receiver);

typedef struct {
  void *(*init)(void);
  int (*set)(void *, int, ...);
  int (*get)(void *, int, ...);
  int (*perform)(void *);
  void (*cleanup)(void *);
  void *(*append)(void *, const char *);
  void (*free)(void *);
  const char *(*words)(int);
} heard_curl;

// 1 when every function is there.
static inline int heard_curl_open(heard_curl *curl) {
  // Debian has it linked with OpenSSL under the first name, with GnuTLS, which git brings along, under the second.
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  *(void **)&curl->init = dlsym(library, "curl_easy_init");
  *(void **)&curl->set = dlsym(library, "curl_easy_setopt");
  *(void **)&curl->get = dlsym(library, "curl_easy_getinfo");
  *(void **)&curl->perform = dlsym(library, "curl_easy_perform");
  *(void **)&curl->cleanup = dlsym(library, "curl_easy_cleanup");
  *(void **)&curl->append = dlsym(library, "curl_slist_append");
  *(void **)&curl->free = dlsym(library, "curl_slist_free_all");
  *(void **)&curl->words = dlsym(library, "curl_easy_strerror");
  return curl->init && curl->set && curl->get && curl->perform && curl->cleanup && curl->append && curl->free &&
         curl->words;
}

static inline int heard_curl_set_number(const heard_curl *curl, void *request, long option, long value) {
  return curl->set(request, (int)option, value);
}

static inline int heard_curl_set_pointer(const heard_curl *curl, void *request, long option, const void *value) {
  return curl->set(request, (int)option, value);
}

// Headers and body go to the same receiver, each through its own function.
static inline int heard_curl_set_receiver(const heard_curl *curl, void *request, heard_curl_receive headers,
                                          heard_curl_receive body, void *receiver) {
  int fault = curl->set(request, 20079, headers);
  if (!fault) fault = curl->set(request, 10029, receiver);
  if (!fault) fault = curl->set(request, 20011, body);
  if (!fault) fault = curl->set(request, 10001, receiver);
  return fault;
}

// 0 where there was no answer.
static inline long heard_curl_status(const heard_curl *curl, void *request) {
  long status = 0;
  curl->get(request, 0x200002, &status);
  return status;
}
