package import Vocabulary

extension PackageReading {
  /// The tables of a package of ours that is valid; throws with every finding for any other.
  package func submittedTables() throws(Failure) -> [SubmittedTable] {
    let faults = PackageVerifier.check(self).filter(\.isFault)
    guard faults.isEmpty else { throw Failure(.unusableInput, faults.map(\.problem)) }
    guard case .ours(let package) = DescribedPackage.read(files[PackageLayout.descriptor]) else {
      throw Failure(
        .unusableInput, .packageInvalid, file: shown,
        detail: Wording(zh: "不是本系统的报送包", en: "it is no package of ours"))
    }
    var findings: [PackageFinding] = []
    return package.resources.compactMap { resource in
      TableCheck.read(resource, files[resource.path] ?? [], &findings)?.table
    }
  }

  /// Every file with its path below the package, by the bytes of the path.
  package var allFiles: [(path: String, bytes: [UInt8])] {
    files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (path: $0.key, bytes: $0.value) }
  }

  /// The idempotency key that the package states; `nil` if it is not one of ours.
  package var statedKey: String? {
    guard case .ours(let package) = DescribedPackage.read(files[PackageLayout.descriptor]) else {
      return nil
    }
    return package.key
  }
}
