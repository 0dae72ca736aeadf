/// The names that the TEI reader tells apart, elements and attributes together.
///
/// The raw value is the code that ``XMLNameTable`` gives for the name; 0 stands for all others.
enum TEIName: XMLNameCode, CaseIterable {
  case other = 0
  // Structure
  case TEI, TEI2, bncDoc, teiCorpus, teiHeader, standOff, text, body, front, back, group, div
  case div1, div2, div3, div4, head, stext, include
  // Speech
  case u, annotationBlock, sp, speaker, stage, seg, s, p, l, ab, lg, w, pc, c, mw
  case pause, vocal, kinesic, incident, event, shift, gap, anchor, align, note, desc
  case del, trunc, unclear, corr, reg, expan
  case pb, lb, cb, milestone, spanGrp, span, linkGrp, link, listAnnotation, fs, interpGrp
  // People and time
  case listPerson, listOrg, taxonomy, person, personGrp, timeline, when
  // Attributes
  case id, n, who, toWhom, start, end, dur, trans, ana, lang, type, subtype, prev, next, join
  case interval, since, absolute, unit, origin, synch, feature, new, reason, resp, cert, with
  case target, from, to, `break`

  /// The name as it stands in files.
  var text: String { Self.texts[Int(rawValue)] }

  private static let texts: [String] = allCases.map { name in
    switch name {
    case .other: ""
    case .TEI2: "TEI.2"
    default: "\(name)"
    }
  }

  @inline(__always)
  init(code: XMLNameCode) { self = TEIName(rawValue: code) ?? .other }

  static let vocabulary: [String] = Array(texts.dropFirst())
}
