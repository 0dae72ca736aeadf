// Unsafe pointers: the inner loops run over some 40,000 rows of 50 numbers, many hundred times.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rows of features with the answer: 1 where a topic begins.
struct Examples {
  var width: Int
  var values: [Double] = []
  var answers: [Double] = []
  var weights: [Double] = []
  var count: Int { answers.count }
}

/// Logistic regression with a ridge, by Newton's method with a fixed number of steps
/// (McCullagh & Nelder 1989, chapter 4).
struct Regression {
  var means: [Double]
  var deviations: [Double]
  /// Of the standardised features; the last is the intercept.
  var weights: [Double]

  static let steps = 12

  init(_ examples: Examples, ridge: Double) {
    let width = examples.width
    means = Array(repeating: 0, count: width)
    deviations = Array(repeating: 0, count: width)
    weights = Array(repeating: 0, count: width + 1)
    measure(examples)
    let rows = standardised(examples)
    weights[width] = -4
    for _ in 0..<Self.steps { step(rows, examples, ridge) }
  }

  func logit(_ row: ArraySlice<Double>) -> Double {
    var sum = weights[means.count]
    for (i, value) in row.enumerated() { sum += weights[i] * (value - means[i]) / deviations[i] }
    return sum
  }

  private mutating func measure(_ examples: Examples) {
    let (width, count) = (examples.width, Double(examples.count))
    for i in examples.values.indices { means[i % width] += examples.values[i] / count }
    for i in examples.values.indices {
      let d = examples.values[i] - means[i % width]
      deviations[i % width] += d * d / count
    }
    deviations = deviations.map { max($0.squareRoot(), 1e-6) }
  }

  private func standardised(_ examples: Examples) -> [Double] {
    let width = examples.width
    var rows: [Double] = []
    rows.reserveCapacity(examples.count * (width + 1))
    for row in 0..<examples.count {
      for i in 0..<width {
        rows.append((examples.values[row * width + i] - means[i]) / deviations[i])
      }
      rows.append(1)
    }
    return rows
  }

  private mutating func step(_ rows: [Double], _ examples: Examples, _ ridge: Double) {
    let size = weights.count
    var gradient = Array(repeating: 0.0, count: size)
    var hessian = Array(repeating: 0.0, count: size * size)
    rows.withUnsafeBufferPointer { rows in
      weights.withUnsafeBufferPointer { weights in
        gradient.withUnsafeMutableBufferPointer { gradient in
          hessian.withUnsafeMutableBufferPointer { hessian in
            for row in 0..<examples.count {
              let base = row * size
              var logit = 0.0
              for i in 0..<size { logit += weights[i] * rows[base + i] }
              let p = 1 / (1 + exp(-logit))
              let weight = examples.weights[row]
              let residual = weight * (examples.answers[row] - p)
              let curvature = weight * max(p * (1 - p), 1e-9)
              for i in 0..<size {
                gradient[i] += residual * rows[base + i]
                let scaled = curvature * rows[base + i]
                for j in 0...i { hessian[i * size + j] += scaled * rows[base + j] }
              }
            }
          }
        }
      }
    }
    for i in 0..<(size - 1) {
      gradient[i] -= ridge * weights[i]
      hessian[i * size + i] += ridge
    }
    solve(&hessian, &gradient)
    advance(gradient, rows, examples, ridge)
  }

  /// Goes as far in a direction as lessens the loss, halving at most ten times.
  private mutating func advance(
    _ direction: [Double],
    _ rows: [Double],
    _ examples: Examples,
    _ ridge: Double
  ) {
    let start = weights
    let before = loss(rows, examples, ridge)
    var length = 1.0
    for _ in 0..<10 {
      for i in weights.indices { weights[i] = start[i] + length * direction[i] }
      if loss(rows, examples, ridge) < before { return }
      length /= 2
    }
    weights = start
  }

  /// Negative log likelihood and ridge.
  private func loss(_ rows: [Double], _ examples: Examples, _ ridge: Double) -> Double {
    let size = weights.count
    var sum = weights.dropLast().reduce(0) { $0 + $1 * $1 } * ridge / 2
    rows.withUnsafeBufferPointer { rows in
      weights.withUnsafeBufferPointer { weights in
        for row in 0..<examples.count {
          var logit = 0.0
          for i in 0..<size { logit += weights[i] * rows[row * size + i] }
          let softplus = logit > 0 ? logit + log1p(exp(-logit)) : log1p(exp(logit))
          sum += examples.weights[row] * (softplus - examples.answers[row] * logit)
        }
      }
    }
    return sum
  }

  /// Cholesky decomposition in place; the solution replaces the right side.
  private func solve(_ matrix: inout [Double], _ right: inout [Double]) {
    let size = right.count
    for i in 0..<size {
      for j in 0...i {
        var sum = matrix[i * size + j]
        for k in 0..<j { sum -= matrix[i * size + k] * matrix[j * size + k] }
        matrix[i * size + j] =
          i == j ? max(sum, 1e-12).squareRoot() : sum / matrix[j * size + j]
      }
    }
    for i in 0..<size {
      for k in 0..<i { right[i] -= matrix[i * size + k] * right[k] }
      right[i] /= matrix[i * size + i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(size, i + 1) { right[i] -= matrix[k * size + i] * right[k] }
      right[i] /= matrix[i * size + i]
    }
  }
}
