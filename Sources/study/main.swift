#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

DurableFile.ignoreFileSizeSignal()
signal(SIGPIPE, SIG_IGN)
exit(Study.run(Array(CommandLine.arguments.dropFirst()), in: .live()).rawValue)
