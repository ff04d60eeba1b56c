#include "CReadingResources.h"

// The bytes lie in the read-only part of the binary: they cost nothing until a page of them is looked at.
static const unsigned char bytes[] = {
#embed "gazetteer.bin"
};

const unsigned char *dateline_gazetteer(void) { return bytes; }
unsigned long dateline_gazetteer_count(void) { return sizeof bytes; }
