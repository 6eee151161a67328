// Loads the notes that a peer is measured on, and times rounds over all of them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  char *bytes;
  size_t size;
} notes;

static notes load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  notes n = {malloc((size_t)size + 1), (size_t)size};
  if (fread(n.bytes, 1, n.size, file) != n.size) exit(2);
  n.bytes[n.size] = 0;
  fclose(file);
  return n;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// usage: PEER ROUNDS FILE…; prints a stage, its megabytes per second, and how many were read.
#define MEASURE(name, statement)                                                  \
  do {                                                                            \
    double start = now();                                                         \
    size_t total = 0;                                                             \
    for (int round = 0; round < rounds; round++)                                  \
      for (int i = 0; i < count; i++) {                                           \
        notes n = all[i];                                                         \
        statement;                                                                \
        total += n.size;                                                          \
      }                                                                           \
    printf("%s %.3f %.3f\n", name, (double)total / 1e6 / (now() - start), (double)total / 1e6); \
  } while (0)

#define LOAD_ALL                                                                  \
  if (argc < 3) return 2;                                                         \
  int rounds = atoi(argv[1]);                                                     \
  int count = argc - 2;                                                           \
  notes *all = malloc(sizeof(notes) * (size_t)count);                             \
  for (int i = 0; i < count; i++) all[i] = load(argv[i + 2])
