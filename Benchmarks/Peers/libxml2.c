// libxml2's HTML parser in SAX mode, with callbacks that do nothing.
#include <libxml/HTMLparser.h>

#include "notes.h"

static size_t sink;
static void start(void *u, const xmlChar *name, const xmlChar **attributes) { (void)u, (void)name, (void)attributes; sink++; }
static void end(void *u, const xmlChar *name) { (void)u, (void)name; }
static void characters(void *u, const xmlChar *text, int n) { (void)u, (void)text; sink += (size_t)n; }

static void parse(notes n) {
  htmlSAXHandler handler = {0};
  handler.startElement = start;
  handler.endElement = end;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(n.bytes, (int)n.size);
  htmlSAXHandler *own = (htmlSAXHandler *)context->sax;
  context->sax = &handler;
  htmlParseDocument(context);
  context->sax = own;
  htmlFreeParserCtxt(context);
}

int main(int argc, char **argv) {
  LOAD_ALL;
  MEASURE("libxml2 SAX", parse(n));
  return sink == 1;
}
