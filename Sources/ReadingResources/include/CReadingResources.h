#ifndef CREADINGRESOURCES_H
#define CREADINGRESOURCES_H

/// The gazetteer: its first byte, and how many bytes it has.
const unsigned char *dateline_gazetteer(void);
unsigned long dateline_gazetteer_count(void);

/// A Bloom filter of the words of English: the same.
const unsigned char *dateline_words(void);
unsigned long dateline_words_count(void);

#endif
