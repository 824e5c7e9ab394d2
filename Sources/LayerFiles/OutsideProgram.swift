internal import CLinux
internal import Glibc

/// Another program on this machine; the one place where any is started.
///
/// It gets arguments, never a shell; no input; its own environment; and none of our held signals.
/// Our descriptors close as it starts, all of them being opened so. It stays in our process group,
/// so that what interrupts us interrupts it too.
struct OutsideProgram {
  /// What it may cost.
  struct Bounds {
    var seconds: Int
    /// Bytes of memory and of each file that it writes.
    var memory: Int
    var file: Int
  }

  enum End: Equatable {
    case exited(Int32)
    /// By a signal: also above its memory or the size of its file.
    case killed(Int32)
    case tookTooLong
    /// The system did not start it, with this error number.
    case notStarted(Int32)
  }

  private let path: String

  /// The first executable file of that name on the `PATH` of the environment.
  init?(named name: String, in environment: [String: String]) {
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
  func run(
    _ arguments: [String], environment: [String: String], bounds: Bounds
  ) -> (end: End, said: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return (.notStarted(errno), []) }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
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
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
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
    let limits: [(Int32, Int)] = [
      (Int32(RLIMIT_AS.rawValue), bounds.memory), (Int32(RLIMIT_FSIZE.rawValue), bounds.file),
      (Int32(RLIMIT_CPU.rawValue), bounds.seconds), (Int32(RLIMIT_CORE.rawValue), 0),
    ]
    for (kind, amount) in limits {
      var limit = rlimit(rlim_cur: rlim_t(amount), rlim_max: rlim_t(amount))
      _ = unsafe prlimit(process, kind, &limit, nil)
    }
  }

  /// Reads what it says until it ends, and kills it when its time is over.
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
        if got > 0 { said += piece.prefix(min(got, (16 << 10) - said.count)) }
        if got == 0 || got < 0 && errno != EINTR { isOpen = false }
      }
      var status: Int32 = 0
      if !isOpen || ready <= 0, unsafe waitpid(process, &status, WNOHANG) == process {
        let signal = status & 0x7F
        return (signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal), said)
      }
      if ContinuousClock.now >= deadline {
        kill(process, SIGKILL)
        _ = unsafe waitpid(process, &status, 0)
        return (.tookTooLong, said)
      }
    }
  }
}
