#include "CReadingResources.h"

// C23, which the compilers of Swift 6.2 and later know.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The bytes lie in the read-only part of the binary: they cost nothing until a page of them is looked at.
static const unsigned char gazetteer[] = {
#embed "gazetteer.bin"
};

static const unsigned char words[] = {
#embed "words.bin"
};

const unsigned char *dateline_gazetteer(void) { return gazetteer; }
unsigned long dateline_gazetteer_count(void) { return sizeof gazetteer; }

const unsigned char *dateline_words(void) { return words; }
unsigned long dateline_words_count(void) { return sizeof words; }
