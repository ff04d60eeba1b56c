#include "CReadingResources.h"
void dateline_reading_resources_placeholder(void) {}
