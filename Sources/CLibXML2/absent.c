// Libraries that Debian's libxml2.a names but heard never calls: it parses HTML in memory that is UTF-8 already. A release
// build that links statically is given these names instead of 30 MB of ICU, zlib and lzma; whoever called them would be told
// that nothing could be opened. Not part of the package: `make build` compiles it.
#include <pthread.h>
#include <stddef.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

UConverter *ucnv_open(const char *name, UErrorCode *error) {
  (void)name;
  *error = U_FILE_ACCESS_ERROR;
  return NULL;
}

void ucnv_close(UConverter *converter) { (void)converter; }

void ucnv_convertEx(UConverter *target, UConverter *source, char **to, const char *toLimit, const char **from,
                    const char *fromLimit, UChar *pivotStart, UChar **pivotSource, UChar **pivotTarget,
                    const UChar *pivotLimit, UBool reset, UBool flush, UErrorCode *error) {
  (void)target, (void)source, (void)to, (void)toLimit, (void)from, (void)fromLimit, (void)pivotStart, (void)pivotSource;
  (void)pivotTarget, (void)pivotLimit, (void)reset, (void)flush;
  *error = U_UNSUPPORTED_ERROR;
}

void ucnv_setToUCallBack(UConverter *c, UConverterToUCallback new, const void *with, UConverterToUCallback *old,
                         const void **oldWith, UErrorCode *error) {
  (void)c, (void)new, (void)with, (void)old, (void)oldWith;
  *error = U_UNSUPPORTED_ERROR;
}

void ucnv_setFromUCallBack(UConverter *c, UConverterFromUCallback new, const void *with, UConverterFromUCallback *old,
                           const void **oldWith, UErrorCode *error) {
  (void)c, (void)new, (void)with, (void)old, (void)oldWith;
  *error = U_UNSUPPORTED_ERROR;
}

void UCNV_TO_U_CALLBACK_STOP(const void *with, UConverterToUnicodeArgs *arguments, const char *unit, int32_t length,
                             UConverterCallbackReason reason, UErrorCode *error) {
  (void)with, (void)arguments, (void)unit, (void)length, (void)reason, (void)error;
}

void UCNV_FROM_U_CALLBACK_STOP(const void *with, UConverterFromUnicodeArgs *arguments, const UChar *units, int32_t length,
                               UChar32 point, UConverterCallbackReason reason, UErrorCode *error) {
  (void)with, (void)arguments, (void)units, (void)length, (void)point, (void)reason, (void)error;
}

// What libxml2 asks for by weak names, which pull nothing out of an archive: without them it would share its state among threads.
void *const heard_threads[] = {
    pthread_cond_destroy, pthread_cond_init,     pthread_cond_signal, pthread_cond_wait,     pthread_equal,
    pthread_getspecific,  pthread_key_create,    pthread_key_delete,  pthread_mutex_destroy, pthread_mutex_init,
    pthread_mutex_lock,   pthread_mutex_unlock,  pthread_once,        pthread_self,          pthread_setspecific,
};

// zlib and lzma: NULL, or -1 for an error.
#define OPENS_NOTHING(name) \
  void *name(void) { return NULL; }
#define FAILS(name) \
  int name(void) { return -1; }

OPENS_NOTHING(gzopen)
OPENS_NOTHING(gzopen64)
OPENS_NOTHING(gzdopen)
FAILS(gzclose)
FAILS(gzdirect)
FAILS(gzread)
FAILS(gzwrite)
FAILS(crc32)
FAILS(deflate)
FAILS(deflateEnd)
FAILS(deflateInit2_)
FAILS(inflate)
FAILS(inflateEnd)
FAILS(inflateInit2_)
FAILS(inflateReset)
FAILS(lzma_auto_decoder)
FAILS(lzma_code)
FAILS(lzma_end)
FAILS(lzma_properties_decode)
