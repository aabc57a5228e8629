// Calls of Linux that Swift cannot see: Glibc declares them only under _GNU_SOURCE, which the
// toolchain's module of it is built without. Without pipe2 a child started at the wrong moment would
// inherit a stranger's pipe; without sched_getaffinity more would be run at once than a container or
// `taskset` lets run.

#ifndef SYSTEM_CALLS_H
#define SYSTEM_CALLS_H

#ifdef __linux__

#include "Guard.h"

/// pipe2 with O_CLOEXEC: 0, or -1 with errno.
int study_pipe_closing_on_exec(int ends[2]);

/// How many processors this process may run on, at least 1.
int study_processors(void);

#endif
#endif
