// Debian builds libxml2 with ICU, and <libxml/encoding.h> then includes ICU's own headers, whose
// types clash with the copy of ICU inside Foundation. Samtale uses none of them, so the switch is
// turned off before any other header is read.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
