/* The floor for intake: libcsv, strict, fed one line at a time, counting fields; nothing else.
   cc -O2 floor.c -lcsv -o floor && ./floor FILE… */
#define _GNU_SOURCE
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static void field(void *bytes, size_t length, void *count) {
  (void)bytes;
  (void)length;
  ++*(long *)count;
}

int main(int argc, char **argv) {
  long fields = 0, lines = 0;
  for (int i = 1; i < argc; i++) {
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT);
    FILE *file = fopen(argv[i], "rb");
    if (!file) return 66;
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, file)) > 0) {
      csv_parse(&parser, line, (size_t)length, field, NULL, &fields);
      lines++;
    }
    csv_fini(&parser, field, NULL, &fields);
    csv_free(&parser);
    free(line);
    fclose(file);
  }
  printf("%ld lines %ld fields\n", lines, fields);
  return 0;
}
