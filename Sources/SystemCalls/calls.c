#define _GNU_SOURCE
#include "SystemCalls.h"

#ifdef __linux__
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

int study_pipe_closing_on_exec(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int study_spawn_in_folder(void *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}
#endif
