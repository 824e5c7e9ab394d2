private import Dispatch
internal import Synchronization
internal import Vocabulary

/// What `body` gives for each number below `count`, on as many cores as there are.
///
/// The results come in the order of the numbers whichever is ready first.
func concurrently<Value: Sendable>(
  _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Value
) -> [Result<Value, Failure>] {
  let results = Mutex<[Int: Result<Value, Failure>]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let result: Result<Value, Failure>
    do throws(Failure) {
      result = .success(try body(number))
    } catch {
      result = .failure(error)
    }
    results.withLock { $0[number] = result }
  }
  let all = results.withLock { $0 }
  return (0..<count).compactMap { all[$0] }
}
