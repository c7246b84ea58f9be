#ifndef DIALTONE_CLIBXML2_SHIM_H
#define DIALTONE_CLIBXML2_SHIM_H
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void dialtone_xmlFree(void *pointer) { xmlFree(pointer); }
#endif
