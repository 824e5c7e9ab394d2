import Testing
import StrictYAML
import Vocabulary

@Test func probe() {
  func run(_ name: String, _ text: String) {
    let clock = ContinuousClock()
    let t = clock.measure {
      do throws(Failure) {
        let node = try parseYAML(Array(text.utf8), file: "f.yaml")
        print(name, "OK", String(String(describing: node).prefix(200)))
      } catch { print(name, error.problems.map { $0.message(in: .en) }) }
    }
    print(name, t)
  }
  run("alias", "a: &x [1]\nb: *x\n")
  run("anchor", "a: &x 1\n")
  run("anchoredkey", "&x a: 1\n")
  run("dup", "a: 1\nb: 2\n\nb: 3\n")
  run("tagstr", "a: !!str 5\n")
  run("tagint", "a: !!int 5\n")
  run("tagcustom", "a: !foo 5\n")
  run("tagseq", "a: !!set {x}\n")
  run("tab", "a:\n\tb: 1\n")
  run("control", "a: 1\nb: \u{1}\n")
  run("twodocs", "a: 1\n---\nb: 2\n")
  run("empty", "")
  run("small", "a: b")
  run("bom", "\u{FEFF}a: b")
  run("deepflow", String(repeating: "[", count: 20000) + String(repeating: "]", count: 20000))
  run("deepblock", String(repeating: "- ", count: 20000) + "x")
  run("deepmap", String(repeating: "? ", count: 20000) + "x")
  run("deepflowmap", String(repeating: "{a: ", count: 20000) + "1" + String(repeating: "}", count: 20000))
  run("depth900", String(repeating: "[", count: 900) + String(repeating: "]", count: 900))
  var bomb = "a0: &a0 [x,x]\n"
  for i in 1...18 { bomb += "a\(i): &a\(i) [*a\(i-1), *a\(i-1)]\n" }
  run("bomb18", bomb)
  run("bombkey", bomb + "? *a18\n: 1\n")
  run("undefined", "a: *nope\n")
  run("unclosed", "a: [1, 2\nb: 3\n")
}
