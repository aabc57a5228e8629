#pragma once
/// The first byte of the roadmap.json this program was built with.
extern const unsigned char *const study_roadmap_bytes;
/// How many bytes it has.
extern const unsigned long study_roadmap_count;

/// A file of the course this program was built with.
struct study_file {
  /// Its path in the course, such as `week01/checks.json`.
  const char *path;
  /// Its first byte.
  const unsigned char *bytes;
  /// How many bytes it has.
  unsigned long count;
};
/// The first of the files, in the order of their paths' bytes.
extern const struct study_file *const study_course_files;
/// How many there are.
extern const unsigned long study_course_count;
