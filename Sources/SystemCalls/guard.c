#define _GNU_SOURCE
#include "Guard.h"

#include "fork.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Milliseconds that what was abandoned has to end by itself.
static const long grace = 200;
/// Milliseconds after which what can't be killed is given up.
static const long patience = 2000;

struct start {
  int code;
  pid_t program;
};

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void set_default_signals(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &action, NULL);
}

/// The program's own beginning; returns only if it can't begin.
static int become(const struct study_program *program) {
  setpgid(0, 0);
  for (int i = 0; i < 3; i++)
    if (dup2(program->streams[i], i) < 0) return errno;
  if (program->cell) {
    int code = study_cell_enter(program->cell);
    if (code != 0) return code;
  }
  if (chdir(program->folder) != 0) return errno;
  if (program->file_limit > 0) {
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    if (limit.rlim_cur > program->file_limit) limit.rlim_cur = program->file_limit;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program->path, program->arguments, program->environment);
  return errno;
}

/// Closes all but one descriptor, so that no pipe, lock or file of others is held open here; the
/// one's new number.
static int keep_only(int file) {
  if (file != 3) dup2(file, 3);
  close(0);
  close(1);
  close(2);
#ifdef SYS_close_range
  if (syscall(SYS_close_range, 4u, ~0u, 0u) == 0) return 3;
#endif
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  int most = limit.rlim_cur > 1 << 20 ? 1 << 20 : (int)limit.rlim_cur;
  for (int other = 4; other < most; other++) close(other);
  return 3;
}

/// Reads `/proc/NUMBER/stat`: the parent, 0 for a zombie or none; its name.
static pid_t parent_of(const char *number, char name[16]) {
  char text[512] = "/proc/";
  strcat(strcat(text, number), "/stat");
  int file = open(text, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  text[count] = 0;
  char *open_mark = strchr(text, '('), *close_mark = strrchr(text, ')');
  if (!open_mark || !close_mark || close_mark < open_mark || close_mark[1] != ' ') return 0;
  size_t length = (size_t)(close_mark - open_mark - 1);
  if (length > 15) length = 15;
  memcpy(name, open_mark + 1, length);
  name[length] = 0;
  return close_mark[2] == 'Z' ? 0 : (pid_t)strtol(close_mark + 3, NULL, 10);
}

/// Kills every child of this process; notes those that are not in the group.
static void kill_children(pid_t group, struct study_leftovers *left) {
  int folder = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  struct entry {
    unsigned long long inode;
    long long offset;
    unsigned short length;
    unsigned char type;
    char name[];
  };
  _Alignas(8) char buffer[4096];
  long count;
  int found = 0;
  while ((count = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0) {
    for (long at = 0; at < count; at += ((struct entry *)(buffer + at))->length) {
      struct entry *entry = (struct entry *)(buffer + at);
      char name[16];
      if (entry->name[0] < '1' || entry->name[0] > '9') continue;
      if (parent_of(entry->name, name) != getpid()) continue;
      pid_t child = (pid_t)strtol(entry->name, NULL, 10);
      if (getpgid(child) != group) {
        found++;
        if (!left->name[0]) memcpy(left->name, name, sizeof name);
      }
      kill(child, SIGKILL);
    }
  }
  close(folder);
  if (found > left->count) left->count = found;
}

/// Ends whatever is left, and reaps it.
static void clear(pid_t group, long wait, struct study_leftovers *left) {
  long start = now();
  struct timespec pause = {.tv_nsec = 5000000};
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  while (now() - start < wait + patience) {
    pid_t reaped;
    while ((reaped = waitpid(-1, NULL, WNOHANG)) > 0) {
    }
    if (reaped < 0) return;
    if (now() - start >= wait) kill_children(group, left);
    sigtimedwait(&child, NULL, &pause);
  }
}

/// Ends as the program did.
static void end_like(int status) {
  if (WIFSIGNALED(status)) {
    prctl(PR_SET_DUMPABLE, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    kill(getpid(), WTERMSIG(status));
  }
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

/// The guard's life; all signals are blocked.
static void stand_guard(const struct study_program *program, int report, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  prctl(PR_SET_NAME, "study-guard");
  set_default_signals();
  volatile struct start start = {0};
  pid_t child = vfork();
  if (child == 0) {
    start.code = become(program);
    _exit(127);
  }
  if (child < 0) start.code = errno;
  start.program = child;
  report = keep_only(report);
  struct start told = {start.code, start.program};
  write(report, &told, sizeof told);
  if (told.code != 0) _exit(127);
  sigset_t all;
  sigfillset(&all);
  struct timespec pause = {.tv_nsec = 100000000};
  struct study_leftovers left = {0};
  while (1) {
    siginfo_t end = {0};
    if (waitid(P_PID, child, &end, WEXITED | WNOHANG | WNOWAIT) == 0 && end.si_pid == child) break;
    if (getppid() != parent) {
      kill(-child, SIGKILL);
      clear(child, 0, &left);
      _exit(1);
    }
    int number = sigtimedwait(&all, NULL, &pause);
    if (number == SIGUSR1) kill(-child, SIGKILL);
    else if (number == SIGCHLD) {
      // One that was abandoned has ended; the program's own number must stay its own.
      siginfo_t other = {0};
      while (waitid(P_ALL, 0, &other, WEXITED | WNOHANG | WNOWAIT) == 0 && other.si_pid > 0 &&
             other.si_pid != child && waitpid(other.si_pid, NULL, WNOHANG) > 0)
        other.si_pid = 0;
    } else if (number > 0) kill(-child, number);
  }
  if (!program->detaches) kill(-child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  if (!program->detaches) clear(child, grace, &left);
  write(report, &left, sizeof left);
  end_like(status);
}

static int read_whole(int file, void *bytes, size_t size) {
  ssize_t count;
  do count = read(file, bytes, size);
  while (count < 0 && errno == EINTR);
  return count == (ssize_t)size;
}

int study_start_guarded(const struct study_program *program, struct study_guard *guard) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) != 0) return errno;
  pid_t parent = getpid();
  pid_t child = fork_quietly();
  if (child == 0) stand_guard(program, report[1], parent);
  int code = child < 0 ? errno : 0;
  close(report[1]);
  struct start start = {0};
  if (child > 0) {
    code = read_whole(report[0], &start, sizeof start) ? start.code : ECHILD;
    if (code != 0) reap(child);
  }
  if (code != 0) {
    close(report[0]);
    return code;
  }
  *guard = (struct study_guard){child, start.program, report[0]};
  return 0;
}
#endif
