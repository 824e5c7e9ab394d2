internal import CLinux
internal import Glibc

/// Another program on this machine; the one place where any is started.
///
/// It gets arguments, never a shell; no input; its own environment; and none of our held signals.
/// Our descriptors close as it starts, all of them being opened so. It has a process group of its own,
/// which ends with it: when it is done, when its time is over, and when something interrupts us.
package struct OutsideProgram: Sendable {
  /// What it may cost.
  package struct Bounds: Sendable {
    /// Of the clock, and of the processor for each of its processes.
    var seconds: Int
    /// Bytes of address space; `nil` for a program that lays claim to far more than it uses.
    var memory: Int?
    /// Bytes of each file that it writes.
    var file: Int

    /// Bounds of time, address space and size of files.
    package init(seconds: Int, memory: Int?, file: Int) {
      self.seconds = seconds
      self.memory = memory
      self.file = file
    }
  }

  package enum End: Equatable, Sendable {
    case exited(Int32)
    /// By a signal: also above its memory or the size of its file.
    case killed(Int32)
    case tookTooLong
    /// The system did not start it, with this error number.
    case notStarted(Int32)
  }

  /// Where it lies.
  package let path: String

  /// The first executable file of that name on the `PATH` of the environment.
  package init?(named name: String, in environment: [String: String]) {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { OutsideProgram.isExecutable($0) }) else { return nil }
    self.path = path
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// Runs it to its end; also what it said on its standard error, the first 16 KB.
  package func run(
    _ arguments: [String], environment: [String: String], bounds: Bounds
  ) -> (end: End, said: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return (.notStarted(errno), []) }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
    // What would end us waits until it is ended.
    let held = HeldSignals()
    defer { held.release() }
    let started = start(arguments, environment, standardError: writing)
    close(writing)
    guard started.number == 0 else { return (.notStarted(started.number), []) }
    OutsideProgram.bind(started.process, bounds)
    return OutsideProgram.wait(for: started.process, reading, seconds: bounds.seconds)
  }

  private func start(
    _ arguments: [String], _ environment: [String: String], standardError: Int32
  ) -> (process: pid_t, number: Int32) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, standardError, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var settings =
      unsafe environment.sorted { $0.key < $1.key }
      .map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      unsafe (words + settings).forEach { unsafe free($0) }
    }
    var process: pid_t = 0
    let number = unsafe posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    return (process, number)
  }

  /// Sets the limits of a process that has just begun; it needs longer to get near them.
  private static func bind(_ process: pid_t, _ bounds: Bounds) {
    let limits: [(Int32, Int?)] = [
      (Int32(RLIMIT_AS.rawValue), bounds.memory), (Int32(RLIMIT_FSIZE.rawValue), bounds.file),
      (Int32(RLIMIT_CPU.rawValue), bounds.seconds), (Int32(RLIMIT_CORE.rawValue), 0),
    ]
    for case (let kind, let amount?) in limits {
      var limit = rlimit(rlim_cur: rlim_t(amount), rlim_max: rlim_t(amount))
      _ = unsafe prlimit(process, kind, &limit, nil)
    }
  }

  /// How many bytes of what it says are kept.
  private static let kept = 16 << 10

  /// Reads what it says until it ends, and kills its group when it is done, when its time is over, or
  /// when a signal that ends us is waiting.
  private static func wait(
    for process: pid_t, _ descriptor: Int32, seconds: Int
  ) -> (end: End, said: [UInt8]) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var said: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    var isOpen = true
    while true {
      // Without its standard error only its end is waited for.
      var waiting = pollfd(fd: isOpen ? descriptor : -1, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, 20)
      if ready > 0 {
        let got = unsafe read(descriptor, &piece, piece.count)
        if got > 0 { said += piece.prefix(min(got, kept - said.count)) }
        if got == 0 || got < 0 && errno != EINTR { isOpen = false }
      }
      // A child of it may go on talking for ever: nobody listens longer than there is room.
      let isHeard = !isOpen || ready <= 0 || said.count == kept
      let isDone = isHeard && hasEnded(process)
      let isLate = ContinuousClock.now >= deadline
      guard isDone || isLate || isInterrupted else { continue }
      // As long as it is not waited for, its number is nobody else's.
      kill(-process, SIGKILL)
      var status: Int32 = 0
      while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
      guard isDone else { return (isLate ? .tookTooLong : .killed(SIGKILL), said) }
      let signal = status & 0x7F
      return (signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal), said)
    }
  }

  private static func hasEnded(_ process: pid_t) -> Bool {
    var status = unsafe siginfo_t()
    let flags = WEXITED | WNOHANG | WNOWAIT
    return unsafe waitid(P_PID, id_t(process), &status, flags) == 0 && status.si_signo == SIGCHLD
  }

  /// Whether a signal is held that will end us.
  private static var isInterrupted: Bool {
    var waiting = sigset_t()
    guard unsafe sigpending(&waiting) == 0 else { return false }
    return [SIGINT, SIGTERM, SIGHUP].contains { unsafe sigismember(&waiting, $0) == 1 }
  }
}
