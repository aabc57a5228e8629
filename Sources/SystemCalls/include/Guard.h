// A program with a guard over it, on Linux. A process group is left by whoever calls setsid, as
// daemons do, and lives on when we are killed. So between us and the program stands a small process
// that inherits whatever the program's descendants abandon, and ends all of it when the program
// ends or when we do. Forked without exec, since a helper program would cost every step
// milliseconds; therefore in C, where no allocation and no lock of a forked runtime is touched.
// What it can't do: hold off a fork bomb, or end what runs as another user.

#ifndef STUDY_GUARD_H
#define STUDY_GUARD_H

#ifdef __linux__
#include <sys/types.h>

#include "Cell.h"

/// A program to start. Nothing of it is kept.
struct study_program {
  const char *path;
  char *const *arguments;
  char *const *environment;
  const char *folder;
  /// What become descriptors 0, 1 and 2; each above 2.
  int streams[3];
  /// The largest file it may write, in bytes; 0 for no limit.
  unsigned long long file_limit;
  /// Where it is to run; null for among us.
  const struct study_cell *cell;
  /// Whether what it abandons may live on after it.
  int detaches;
};

/// A guard that was started.
struct study_guard {
  /// Its number. It ends as the program ends, once nothing of it runs any more; SIGUSR1 makes it
  /// kill the program's group, any other signal is handed on to that.
  pid_t guard;
  /// The program's number, which is also its group's.
  pid_t program;
  /// Where it writes a `study_leftovers` before it ends.
  int report;
};

/// What the program left running that was in no group of its own.
struct study_leftovers {
  int count;
  /// The name of the first.
  char name[16];
};

/// Starts a program with default signals, none blocked: 0 or an errno.
int study_start_guarded(const struct study_program *program, struct study_guard *guard);

#endif
#endif
