// Forking where other threads run, for the files of this folder alone.

#ifndef STUDY_FORK_H
#define STUDY_FORK_H

#ifdef __linux__
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/// Forks; in the child all signals are blocked. A handler of ours that ran there would write into
/// our pipes.
static inline pid_t fork_quietly(void) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  int code = errno;
  if (child != 0) pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = code;
  return child;
}

/// Takes note of a child's end.
static inline void reap(pid_t child) {
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
}

#endif
#endif
