#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processor time of the calling thread: what a computation costs, whatever else the machine
/// does. Tests run side by side, so time on the wall says nothing about one of them.
public enum ProcessorTime {
  /// Time that this thread has spent computing since it began.
  public static var now: Duration {
    var time = timespec()
    guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }

  /// Time that `work` computes. It must not suspend: it would go on on another thread.
  public static func measure<Failure>(_ work: () throws(Failure) -> Void) throws(Failure)
    -> Duration
  {
    let start = now
    try work()
    return now - start
  }
}
