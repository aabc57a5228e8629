// Two calls of Linux that Swift cannot see: Glibc declares them only under _GNU_SOURCE, which the
// toolchain's module of it is built without. Without pipe2 a child started at the wrong moment would
// inherit a stranger's pipe; without addchdir_np a child's folder could only be set for all threads.

#ifndef SYSTEM_CALLS_H
#define SYSTEM_CALLS_H

#ifdef __linux__

/// pipe2 with O_CLOEXEC: 0, or -1 with errno.
int study_pipe_closing_on_exec(int ends[2]);

/// posix_spawn_file_actions_addchdir_np on a posix_spawn_file_actions_t: 0 or an errno.
int study_spawn_in_folder(void *actions, const char *folder);

#endif
#endif
