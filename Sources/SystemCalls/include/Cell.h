// A place for programs whose work says nothing to anyone else, on Linux: namespaces of its own for
// users, mounts and, unless it may fetch something, the network, where only loopback is. They are
// made by system calls, since no tool that could (unshare, bwrap) is part of every system; in C,
// since that happens in a forked process, where no allocation and no lock may be touched.
// What it does not hold off: what other programs of the user do, and signals to them.

#ifndef STUDY_CELL_H
#define STUDY_CELL_H

#ifdef __linux__

/// A folder or file that is put over another.
struct study_cover {
  const char *from;
  const char *over;
};

/// What a cell is to be.
struct study_cell_plan {
  /// Whether it has the machine's network.
  int has_network;
  /// In this order, up to one without `over`; those whose places are not there are left out.
  const struct study_cover *covers;
  /// Folders that stay writable, up to a null; all else becomes read-only.
  const char *const *writable;
};

/// A cell: open descriptors of its namespaces; -1 for the network of the machine.
struct study_cell {
  int user;
  int mount;
  int network;
};

/// Makes a cell: 0, or an errno where the system allows none.
int study_cell_make(const struct study_cell_plan *plan, struct study_cell *cell);

/// Puts the calling process in a cell, without the power to leave or to change it; it must have no
/// other thread. 0 or an errno.
int study_cell_enter(const struct study_cell *cell);

/// A new socket of a family, for streams, in the network of a cell; -1 with errno.
int study_cell_socket(const struct study_cell *cell, int family);

#endif

/// Keeps other programs of the user from reading this one's environment and memory.
void study_hide(void);

#endif
