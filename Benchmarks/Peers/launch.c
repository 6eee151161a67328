// Starts each of several commands again and again, in turn, and prints what every process took. It is small itself, since the
// kernel counts the memory of who starts a process as the process's own.
//
// usage: launch RUNS INPUT COMMAND…; a command is a line of words parted by spaces, INPUT its standard input.
// prints, a line a run: COMMAND'S NUMBER, WALL µs, PROCESSOR µs, PEAK KiB, EXIT STATUS
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static double micros(struct timeval t) { return (double)t.tv_sec * 1e6 + (double)t.tv_usec; }

static void start(int number, char **words, const char *input) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  pid_t child;
  double before = now();
  if (posix_spawnp(&child, words[0], &files, NULL, words, environ) != 0) {
    fprintf(stderr, "%s: cannot be started\n", words[0]);
    exit(2);
  }
  int status;
  struct rusage use;
  wait4(child, &status, 0, &use);
  double after = now();
  posix_spawn_file_actions_destroy(&files);
  printf("%d %.0f %.0f %ld %d\n", number, after - before, micros(use.ru_utime) + micros(use.ru_stime), use.ru_maxrss,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  int runs = atoi(argv[1]), count = argc - 3;
  char ***commands = malloc(sizeof(char **) * (size_t)count);
  for (int i = 0; i < count; i++) {
    commands[i] = malloc(sizeof(char *) * 64);
    int words = 0;
    for (char *word = strtok(argv[i + 3], " "); word && words < 63; word = strtok(NULL, " ")) commands[i][words++] = word;
    commands[i][words] = NULL;
  }
  for (int run = 0; run < runs; run++)
    for (int i = 0; i < count; i++) start(i, commands[i], argv[2]);
}
