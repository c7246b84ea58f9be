#ifndef DIALTONE_CLIBXML2_SHIM_H
#define DIALTONE_CLIBXML2_SHIM_H
// Debian's libxml2 shows ICU's declarations, which Foundation's own ICU has in another version: Swift refuses a file that
// sees both. What they are used for, the converters of encodings, is not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/relaxng.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void dialtone_xmlFree(void *pointer) { xmlFree(pointer); }
#endif
