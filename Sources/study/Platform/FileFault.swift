/// Why a file could not be read or written: facts only, worded in one place elsewhere.
///
/// Every case but `folderNotSynced` leaves the file byte for byte as it was.
enum FileFault: Error, Equatable {
  /// The folder that should hold the file does not exist.
  case notFound(String)
  /// A folder, FIFO, socket or device stands where a regular file must be.
  case notRegular(String, FileKind)
  /// The content is, or would become, longer than `limit` bytes.
  case tooLarge(String, limit: Int)
  case unreadable(String, errno: Int32)
  /// The owner's write bit is off, or the system lets us not write it.
  case readOnly(String)
  /// Links lead round in a circle, or through more than 40 of them.
  case linkLoop(String)
  /// A link on the way to the file leads to nothing: perhaps its drive is not there.
  case danglingLink(String, target: String)
  /// Others held the folder's lock, or kept changing the file, all this time.
  case busy(folder: String, seconds: Int)
  /// The lock file left on a file system without locks is older than ten minutes. Whether its
  /// maker died cannot be known, so it is never broken: a person removes it.
  case staleLock(String, minutes: Int)
  case writeFailed(String, FileStep, errno: Int32)
  /// The new content is in place, but could be lost should the power fail now.
  case folderNotSynced(String, errno: Int32)
}

/// The step of writing that failed.
enum FileStep: String, Sendable {
  case openFolder, lock, create, write, setMode, sync, close, compare, rename, makeFolder
}

/// What went well, but less well than promised.
enum FileWarning: Equatable, Sendable {
  /// The file system refuses locks on folders; this lock file was used in their place.
  case lockFileUsed(String)
  /// The file system cannot sync folders, so a rename may be lost should the power fail.
  case folderSyncUnsupported(String)
}
