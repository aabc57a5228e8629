// Several things at once. Tools are waited for, so each takes a thread of its own; Swift's tasks
// would share a few and must not block. What the threads share is kept from one another by locks.

import SystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum Crew {
  /// Something to do, and about how long it takes in comparison with the others.
  struct Job {
    let weight: Int
    let work: () -> Void
  }

  /// Processors that may be used.
  static var processors: Int {
    #if canImport(Darwin)
      max(1, sysconf(_SC_NPROCESSORS_ONLN))
    #else
      Int(study_processors())
    #endif
  }

  /// Does all jobs, so many at once, and returns when all are done.
  ///
  /// One thread begins with the heaviest, so that it doesn't come last and alone; the others take
  /// them in order, so that what is shown first is done first.
  ///
  /// - Parameter meanwhile: is called again and again by the calling thread, and waits a little.
  static func run(_ jobs: [Job], atOnce count: Int, meanwhile: () -> Void) {
    let queue = Queue(jobs)
    let threads = (0..<min(count, jobs.count)).compactMap { index in
      Thread { while let job = queue.next(heaviest: index == 0) { job.work() } }
    }
    // Where no thread can be had, it is done all the same.
    if threads.isEmpty { while let job = queue.next(heaviest: false) { job.work() } }
    while !queue.isDone { meanwhile() }
    for thread in threads { thread.join() }
  }
}

/// What is left to do. Each job is handed to one thread only, which is why it may cross to it.
private final class Queue: @unchecked Sendable {
  private let lock = ThreadLock()
  private var left: [Crew.Job]
  private var running = 0

  init(_ jobs: [Crew.Job]) { left = jobs }

  var isDone: Bool { lock.held { left.isEmpty && running == 0 } }

  /// The next job, once the last one that this thread got is done.
  func next(heaviest: Bool) -> Crew.Job? {
    lock.held {
      let index =
        heaviest
        ? left.indices.max { (left[$0].weight, $1) < (left[$1].weight, $0) } : left.indices.first
      guard let index else { return nil }
      running += 1
      let job = left.remove(at: index)
      return Crew.Job(weight: job.weight) {
        job.work()
        self.lock.held { self.running -= 1 }
      }
    }
  }
}

/// A thread of the system.
private struct Thread {
  private let number: pthread_t

  /// Starts it; nil if there can be no more.
  init?(_ work: @escaping @Sendable () -> Void) {
    #if canImport(Darwin)
      typealias Argument = UnsafeMutableRawPointer
      var made: pthread_t?
    #else
      typealias Argument = UnsafeMutableRawPointer?
      var made = pthread_t()
    #endif
    let begin: @convention(c) (Argument) -> UnsafeMutableRawPointer? = { raw in
      let pointer: UnsafeMutableRawPointer? = raw
      if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().work() }
      return nil
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // As much as the main thread mostly has; macOS gives others half a MiB.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let work = Unmanaged.passRetained(Work(work))
    guard pthread_create(&made, &attributes, begin, work.toOpaque()) == 0 else {
      work.release()
      return nil
    }
    let started: pthread_t? = made
    guard let started else { return nil }
    number = started
  }

  func join() { pthread_join(number, nil) }
}

private final class Work: Sendable {
  let work: @Sendable () -> Void
  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}
