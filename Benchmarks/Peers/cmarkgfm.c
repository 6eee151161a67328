// cmark-gfm with tables, task lists, strike-through and autolinks: rendering to HTML.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "notes.h"

static size_t sink;

static void render(notes n) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  const char *names[] = {"table", "tasklist", "strikethrough", "autolink"};
  for (int i = 0; i < 4; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, n.bytes, n.size);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  sink += strlen(html);
  free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

int main(int argc, char **argv) {
  LOAD_ALL;
  cmark_gfm_core_extensions_ensure_registered();
  MEASURE("cmark-gfm to HTML", render(n));
  return sink == 1;
}
