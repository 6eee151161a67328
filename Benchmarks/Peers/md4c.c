// md4c: an empty parse, and rendering to HTML.
#include <md4c-html.h>
#include <md4c.h>

#include "notes.h"

static size_t sink;
static int block(MD_BLOCKTYPE t, void *d, void *u) { (void)t, (void)d, (void)u; return 0; }
static int span(MD_SPANTYPE t, void *d, void *u) { (void)t, (void)d, (void)u; return 0; }
static int text(MD_TEXTTYPE t, const MD_CHAR *s, MD_SIZE n, void *u) { (void)t, (void)s, (void)u; sink += n; return 0; }
static void out(const MD_CHAR *s, MD_SIZE n, void *u) { (void)s, (void)u; sink += n; }

int main(int argc, char **argv) {
  LOAD_ALL;
  unsigned flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
  MD_PARSER parser = {0, flags, block, block, span, span, text, NULL, NULL};
  MEASURE("md4c parse", md_parse(n.bytes, (MD_SIZE)n.size, &parser, NULL));
  MEASURE("md4c to HTML", md_html(n.bytes, (MD_SIZE)n.size, out, NULL, flags, 0));
  return sink == 1;
}
