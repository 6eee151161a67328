// What of processes Swift cannot reach: starting one with pipes, since it takes the environment for a variable that threads
// may spoil; how memory is asked for; and the processors that this one may run on, which the headers hide behind a macro.
#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;
extern long syscall(long number, ...);

typedef struct {
  pid_t process;
  // Written to: the program's standard input, and its file 3.
  int input, extra;
  // Read from: its standard output.
  int output;
} heard_process;

// A pipe whose ends are kept from other programs and away from the numbers 0 to 3. 0, or the error's number.
static inline int heard_pipe(int ends[2]) {
  int made[2];
  if (pipe(made) != 0) return errno;
  for (int i = 0; i < 2; i++) {
    ends[i] = fcntl(made[i], F_DUPFD_CLOEXEC, 10);
    close(made[i]);
  }
  return ends[0] < 0 || ends[1] < 0 ? EMFILE : 0;
}

// Starts a program of the search path, whose errors nobody reads. 0, or the error's number.
static inline int heard_start(heard_process *started, const char *name, char *const *words) {
  int input[2], extra[2], output[2];
  int error = heard_pipe(input);
  if (error == 0) error = heard_pipe(extra);
  if (error == 0) error = heard_pipe(output);
  if (error != 0) return error;
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input[0], 0);
  posix_spawn_file_actions_adddup2(&files, output[1], 1);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, extra[0], 3);
  // heard ignores broken pipes; what it starts ends by them.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  error = posix_spawnp(&started->process, name, &files, &attributes, words, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  close(input[0]), close(extra[0]), close(output[1]);
  started->input = input[1], started->extra = extra[1], started->output = output[0];
  if (error != 0) close(input[1]), close(extra[1]), close(output[0]);
  return error;
}


// At least 1.
static inline int heard_processors(void) {
  unsigned long set[16] = {0};
  if (syscall(SYS_sched_getaffinity, 0, sizeof set, set) <= 0) return 1;
  int count = 0;
  for (int i = 0; i < 16; i++) count += __builtin_popcountl(set[i]);
  return count > 0 ? count : 1;
}

// What large notes gave back is asked for again: the system would hand it over anew, page by page.
static inline void heard_keep_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}
