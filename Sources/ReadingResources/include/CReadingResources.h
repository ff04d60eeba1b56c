#ifndef CREADINGRESOURCES_H
#define CREADINGRESOURCES_H

/// The gazetteer: its first byte, and how many bytes it has.
const unsigned char *dateline_gazetteer(void);
unsigned long dateline_gazetteer_count(void);

#endif
