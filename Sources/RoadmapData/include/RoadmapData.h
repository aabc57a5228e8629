#pragma once
/// The first byte of the roadmap.json this program was built with.
extern const unsigned char *const study_roadmap_bytes;
/// How many bytes it has.
extern const unsigned long study_roadmap_count;
