package import Vocabulary

extension NameTable {
  /// Appends the hashes of a name's key and of the key without each of its units.
  ///
  /// Two names between which one unit is inserted, removed, replaced or changes places with its
  /// neighbour share at least one of them. No hash stands twice: of equal neighbours one removal is
  /// enough. O(1) a removal, from the hashes of what stands before and behind. A key longer than a
  /// row has its own hash alone.
  package func appendNeighbourHashes(of name: Int32, to hashes: inout [UInt64]) {
    hashes.append(traits[Int(name)].keyHash)
    let key = units.span.extracting(key(name))
    guard (2...NameTable.comparedLimit).contains(key.count) else { return }
    // The sum of all units, and of those behind the place, each times its power of the base.
    var behind = InlineArray<65, UInt64>(repeating: 0)
    var power: UInt64 = 1
    var powers = InlineArray<65, UInt64>(repeating: 1)
    for place in stride(from: key.count - 1, through: 0, by: -1) {
      behind[place] = behind[place + 1] &+ TextPolynomial.mixed(key[place]) &* power
      powers[place] = power
      power = power &* TextPolynomial.base
    }
    var before: UInt64 = 0
    for place in 0..<key.count {
      if place == 0 || key[place] != key[place - 1] {
        hashes.append(TextPolynomial.finished(before &* powers[place] &+ behind[place + 1]))
      }
      before = TextPolynomial.appending(key[place], to: before)
    }
  }

  /// The hash under which names meet whose brand and trade are equal; 0 for none.
  package func coreHash(_ name: Int32) -> UInt64 { traits[Int(name)].coreHash }

  /// The hash of a name without division and legal form; of a branch with what the branch is called.
  func plainHash(_ name: Int32) -> UInt64 { traits[Int(name)].plainHash }

  /// The hash of brand and trade as they are read, without tones.
  package func readingHash(_ name: Int32) -> UInt64 { traits[Int(name)].readingHash }

  /// The hash of brand and trade as many speakers hear them: zh as z, n as l, ing as in.
  package func heardHash(_ name: Int32) -> UInt64 { traits[Int(name)].heardHash }

  /// The hash of the brand; 0 for none.
  package func brandHash(_ name: Int32) -> UInt64 { traits[Int(name)].brandHash }

  /// The hash of the name without its division.
  package func bodyHash(_ name: Int32) -> UInt64 { traits[Int(name)].bodyHash }

  /// The hash of a branch's parent, as `bodyHash` of the parent; 0 for what is no branch.
  package func parentHash(_ name: Int32) -> UInt64 { traits[Int(name)].parentHash }

  /// The division the name says its party is of; `nil` for none or for one of several namesakes.
  package func division(_ name: Int32) -> DivisionCode? { traits[Int(name)].region.code }

  /// What kind of party the name speaks of.
  package func kind(_ name: Int32) -> PartyKind { traits[Int(name)].kind }

  /// Whether the name speaks of an organisation of any sort: a village only where its committee is
  /// named, for a bare village is also where something lies.
  package func namesOrganisation(_ name: Int32) -> Bool {
    kind(name).isBody && (kind(name) != .village || form(name) != .none)
  }

  /// The legal form that the name ends in.
  package func form(_ name: Int32) -> NameForm { traits[Int(name)].form }

  /// Whether the name says more than words of trades: 物业管理有限公司 does not.
  package func hasBrand(_ name: Int32) -> Bool { traits[Int(name)].flags.contains(.hasBrand) }

  /// The first character of a person's name; `nil` for other names.
  func surname(_ name: Int32) -> UInt64? {
    kind(name) == .person ? UInt64(units[core(name).lowerBound]) : nil
  }

  /// Whether it is a surname behind which the given name is hidden.
  func isMasked(_ name: Int32) -> Bool { traits[Int(name)].flags.contains(.isMasked) }

  /// Whether it names a branch: a branch is an obligor of its own.
  package func isBranch(_ name: Int32) -> Bool { traits[Int(name)].flags.contains(.isBranch) }
}
