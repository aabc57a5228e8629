#define _GNU_SOURCE
#include "SystemCalls.h"

#ifdef __linux__
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

int study_pipe_closing_on_exec(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int study_processors(void) {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) != 0 || CPU_COUNT(&set) < 1) return 1;
  return CPU_COUNT(&set);
}
#endif
