import ArgumentParser

/// Turns what a file, key or project forbids into a sentence and exit status 2.
func spoken<Result>(_ work: () throws -> Result) throws -> Result {
  do { return try work() } catch let error as ExitCode { throw error } catch let error
    as ValidationError
  { throw error } catch {
    Terminal.printError("samtale: \(error)")
    throw ExitCode(2)
  }
}
