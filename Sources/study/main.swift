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

DurableFile.ignoreFileSizeSignal()
signal(SIGPIPE, SIG_IGN)
exit(Study.run(words, in: .live()).rawValue)
