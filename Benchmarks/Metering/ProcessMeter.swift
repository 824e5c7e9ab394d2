import CLinux
import Glibc

/// CPU time and memory of this process, as Linux counts them.
package struct ProcessMeter {
  /// What a piece of work took.
  package struct Reading: Encodable {
    /// User and system, all threads.
    package let cpuSeconds: Double
    /// The part of these that the kernel took, for pages laid out above all.
    package let systemSeconds: Double
    /// How often a page was laid out or brought back.
    package let pageFaults: Int
    package let wallSeconds: Double
    /// The most that was resident, beyond what was so before.
    package let peakBytesBeyond: Int
  }

  /// Runs `body` and says what it took; what was freed before does not hide what it needs.
  package static func measure<Result>(_ body: () -> Result) -> (Result, Reading) {
    malloc_trim(0)
    resetPeak()
    let before = statusBytes("VmRSS:")
    let (cpu, system, wall) = (cpuSeconds, kernelWork, ContinuousClock.now)
    let result = body()
    let elapsed = ContinuousClock.now - wall
    return (
      result,
      Reading(
        cpuSeconds: cpuSeconds - cpu,
        systemSeconds: kernelWork.seconds - system.seconds,
        pageFaults: kernelWork.faults - system.faults,
        wallSeconds: Double(elapsed.components.seconds)
          + Double(elapsed.components.attoseconds) / 1e18,
        peakBytesBeyond: max(0, statusBytes("VmHWM:") - before))
    )
  }

  /// Bytes resident now.
  package static var residentBytes: Int {
    malloc_trim(0)
    return statusBytes("VmRSS:")
  }

  private static var cpuSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What the kernel has done for this process until now.
  private static var kernelWork: (seconds: Double, faults: Int) {
    var usage = rusage()
    unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    let seconds = Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
    return (seconds, usage.ru_minflt + usage.ru_majflt)
  }

  /// Makes the peak start again from what is resident now.
  private static func resetPeak() {
    let file = unsafe open("/proc/self/clear_refs", O_WRONLY)
    guard file >= 0 else { return }
    _ = unsafe write(file, "5", 1)
    close(file)
  }

  /// A line of /proc/self/status, which is in KiB.
  private static func statusBytes(_ name: String) -> Int {
    let file = unsafe open("/proc/self/status", O_RDONLY)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let length = unsafe read(file, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(length, 0)), as: UTF8.self)
    for line in text.split(separator: "\n") where line.hasPrefix(name) {
      return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1024
    }
    return 0
  }
}
