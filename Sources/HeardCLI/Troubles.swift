/// Several troubles that are told together, one a line.
struct Troubles: Error {
  let all: [Trouble]

  init(_ all: [Trouble]) { self.all = all }

  func report() { for trouble in all { trouble.report() } }
}
