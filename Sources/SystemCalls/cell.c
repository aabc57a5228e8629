#define _GNU_SOURCE
#include "Cell.h"

#include "fork.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif

/// As in linux/mount.h, which not every system has beside sys/mount.h.
struct attributes {
  unsigned long long set, clear, propagation, users;
};
static const unsigned long long read_only = 1;
static const unsigned int recursive = 0x8000;

void study_hide(void) { prctl(PR_SET_DUMPABLE, 0); }

static int put(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return errno;
  int code = write(file, text, strlen(text)) < 0 ? errno : 0;
  close(file);
  return code;
}

/// Lets the user be the same one inside.
static int name_users(uid_t user, gid_t group) {
  char line[64];
  int code = put("/proc/self/setgroups", "deny");
  if (code != 0 && code != ENOENT) return code;
  snprintf(line, sizeof line, "%u %u 1", user, user);
  if ((code = put("/proc/self/uid_map", line)) != 0) return code;
  snprintf(line, sizeof line, "%u %u 1", group, group);
  return put("/proc/self/gid_map", line);
}

static int raise_loopback(void) {
  int file = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (file < 0) return errno;
  struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  int code = ioctl(file, SIOCSIFFLAGS, &request) == 0 ? 0 : errno;
  close(file);
  return code;
}

static int lay_mounts(const struct study_cell_plan *plan) {
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return errno;
  for (const char *const *path = plan->writable; *path; path++)
    if (mount(*path, *path, NULL, MS_BIND | MS_REC, NULL) != 0 && errno != ENOENT) return errno;
  for (const struct study_cover *cover = plan->covers; cover->over; cover++)
    if (mount(cover->from, cover->over, NULL, MS_BIND | MS_REC, NULL) != 0 && errno != ENOENT &&
        errno != ENOTDIR)
      return errno;
  struct attributes closed = {.set = read_only}, opened = {.clear = read_only};
  if (syscall(SYS_mount_setattr, AT_FDCWD, "/", recursive, &closed, sizeof closed) != 0)
    return errno;
  // What the system keeps read-only stays so.
  for (const char *const *path = plan->writable; *path; path++)
    if (syscall(SYS_mount_setattr, AT_FDCWD, *path, 0, &opened, sizeof opened) != 0 &&
        errno != EINVAL && errno != EPERM && errno != ENOENT)
      return errno;
  return 0;
}

static int build(const struct study_cell_plan *plan) {
  uid_t user = geteuid();
  gid_t group = getegid();
  prctl(PR_SET_DUMPABLE, 1);
  if (unshare(CLONE_NEWUSER | CLONE_NEWNS | (plan->has_network ? 0 : CLONE_NEWNET)) != 0)
    return errno;
  int code = name_users(user, group);
  if (code == 0 && !plan->has_network) code = raise_loopback();
  return code != 0 ? code : lay_mounts(plan);
}

static int namespace_of(pid_t process, const char *name) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/ns/%s", process, name);
  return open(path, O_RDONLY | O_CLOEXEC);
}

int study_cell_make(const struct study_cell_plan *plan, struct study_cell *cell) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  pid_t child = fork_quietly();
  if (child == 0) {
    int code = build(plan);
    send(ends[1], &code, sizeof code, MSG_NOSIGNAL);
    close(ends[0]);
    shutdown(ends[1], SHUT_WR);
    // Until its namespaces are held by others.
    recv(ends[1], &code, sizeof code, 0);
    _exit(0);
  }
  int code = child < 0 ? errno : 0;
  close(ends[1]);
  if (child > 0) {
    ssize_t count;
    do count = recv(ends[0], &code, sizeof code, 0);
    while (count < 0 && errno == EINTR);
    if (count != sizeof code) code = ECHILD;
    if (code == 0) {
      *cell = (struct study_cell){namespace_of(child, "user"), namespace_of(child, "mnt"),
                                  plan->has_network ? -1 : namespace_of(child, "net")};
      if (cell->user < 0 || cell->mount < 0 || (cell->network < 0 && !plan->has_network))
        code = EACCES;
    }
  }
  close(ends[0]);
  if (child > 0) reap(child);
  return code;
}

int study_cell_enter(const struct study_cell *cell) {
  if (setns(cell->user, CLONE_NEWUSER) != 0) return errno;
  if (setns(cell->mount, CLONE_NEWNS) != 0) return errno;
  if (cell->network >= 0 && setns(cell->network, CLONE_NEWNET) != 0) return errno;
  // Root of the cell, who can unmount what covers something, must not be what a program becomes.
  for (int power = 0; power < 64; power++)
    if (prctl(PR_CAPBSET_DROP, power, 0, 0, 0) != 0 && errno != EINVAL) return errno;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
}

int study_cell_socket(const struct study_cell *cell, int family) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
  union {
    struct cmsghdr head;
    char bytes[CMSG_SPACE(sizeof(int))];
  } control = {0};
  int code = 0, made = -1;
  struct iovec text = {&code, sizeof code};
  struct msghdr message = {.msg_iov = &text, .msg_iovlen = 1, .msg_control = control.bytes,
                           .msg_controllen = sizeof control.bytes};
  pid_t child = fork_quietly();
  if (child == 0) {
    if (setns(cell->user, CLONE_NEWUSER) == 0 && setns(cell->network, CLONE_NEWNET) == 0)
      made = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    code = made < 0 ? errno : 0;
    if (made < 0) message.msg_controllen = 0;
    else {
      control.head.cmsg_level = SOL_SOCKET;
      control.head.cmsg_type = SCM_RIGHTS;
      control.head.cmsg_len = CMSG_LEN(sizeof(int));
      memcpy(CMSG_DATA(&control.head), &made, sizeof made);
    }
    sendmsg(ends[1], &message, MSG_NOSIGNAL);
    _exit(0);
  }
  code = child < 0 ? errno : ECHILD;
  close(ends[1]);
  if (child > 0) {
    ssize_t count;
    do count = recvmsg(ends[0], &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    struct cmsghdr *head = count > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    if (head && head->cmsg_type == SCM_RIGHTS) memcpy(&made, CMSG_DATA(head), sizeof made);
    reap(child);
  }
  close(ends[0]);
  if (made < 0) errno = code;
  return made;
}
#else
void study_hide(void) {}
#endif
