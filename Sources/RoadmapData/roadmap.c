// The roadmap's bytes in the binary, as those of the course in course.c: #embed costs under a second
// of compile time for 200 kB, where SwiftPM's .embedInCode costs over a minute and Bundle.module
// crashes once the binary is moved.
#include "RoadmapData.h"
static const unsigned char bytes[] = {
#embed "../../roadmap.json"
};
const unsigned char *const study_roadmap_bytes = bytes;
const unsigned long study_roadmap_count = sizeof bytes;
