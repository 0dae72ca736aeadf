import CLibXML2

// Unsafe pointers: libxml2 interns every name of a document in a dictionary, so two names are
// equal exactly if their pointers are. This table maps those pointers to small numbers.

/// From interned name pointers to the codes of a vocabulary: open addressing, never more than a
/// quarter full, no allocation after the start of a document.
struct XMLNameTable {
  private static let slots = 1024
  private var keys: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  private var codes: UnsafeMutablePointer<XMLNameCode>

  /// Interns `vocabulary` in the dictionary of `parser`; the code of a name is its index plus one.
  init(_ vocabulary: [String], in dictionary: xmlDictPtr?) {
    precondition(vocabulary.count < 255)
    keys = .allocate(capacity: Self.slots)
    keys.initialize(repeating: nil, count: Self.slots)
    codes = .allocate(capacity: Self.slots)
    codes.initialize(repeating: 0, count: Self.slots)
    for (i, name) in vocabulary.enumerated() {
      guard let pointer = xmlDictLookup(dictionary, name, -1) else { continue }
      var slot = Self.slot(pointer)
      while keys[slot] != nil { slot = (slot + 1) & (Self.slots - 1) }
      keys[slot] = pointer
      codes[slot] = XMLNameCode(i + 1)
    }
  }

  func deallocate() {
    keys.deallocate()
    codes.deallocate()
  }

  @inline(__always)
  private static func slot(_ pointer: UnsafePointer<UInt8>) -> Int {
    let bits = UInt64(UInt(bitPattern: pointer))
    return Int((bits &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  @inline(__always)
  func code(_ pointer: UnsafePointer<UInt8>) -> XMLNameCode {
    var slot = Self.slot(pointer)
    while let key = keys[slot] {
      if key == pointer { return codes[slot] }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return 0
  }
}
