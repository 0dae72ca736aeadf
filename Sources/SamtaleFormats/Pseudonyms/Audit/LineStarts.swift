/// Lines and columns of scalars.
struct LineStarts {
  private var starts = [0]

  init(_ scalars: [Unicode.Scalar]) {
    for (i, scalar) in scalars.enumerated() {
      let isLast =
        scalar == "\n" || (scalar == "\r" && (i + 1 == scalars.count || scalars[i + 1] != "\n"))
      if isLast { starts.append(i + 1) }
    }
  }

  func position(_ scalar: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return (low + 1, scalar - starts[low] + 1)
  }
}
