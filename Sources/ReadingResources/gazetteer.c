#include "CReadingResources.h"

// `#embed` is C23, and clang has it in every version of the language.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The bytes lie in the read-only part of the binary: they cost nothing until a page of them is looked at.
// C23, which the compilers of Swift 6.2 and later know.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char bytes[] = {
#embed "gazetteer.bin"
};

const unsigned char *dateline_gazetteer(void) { return bytes; }
unsigned long dateline_gazetteer_count(void) { return sizeof bytes; }
