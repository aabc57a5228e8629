#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// A program that stands in for another becomes a third in places, which inherits what is ignored.
let words = Array(CommandLine.arguments.dropFirst())
if words.first == StandInProgram.word { exit(StandInProgram.run(Array(words.dropFirst()))) }

// Swift 6.3 on Linux reads them from /proc. Without it there is no telling what was asked for.
if CommandLine.arguments.isEmpty {
  let text = "study: the command line can't be read; on Linux that needs /proc to be mounted\n"
  _ = World.live().write(.errors, text)
  exit(ExitStatus.inputOutput.rawValue)
}

DurableFile.ignoreFileSizeSignal()
signal(SIGPIPE, SIG_IGN)
exit(Study.run(words, in: .live()).rawValue)
