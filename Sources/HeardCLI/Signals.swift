import Glibc

/// How the command ends when it is interrupted or when nobody reads on.
enum Signals {
  static func install() {
    // A reader that closes its end, like `head`, shows as an error of write(2) and ends the command quietly.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted) }
    // Whoever started the command may have held the interrupt back for its own threads.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_UNBLOCK, &interrupt, nil)
  }
}
