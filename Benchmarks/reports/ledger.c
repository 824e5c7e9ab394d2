/* Writes the cells of a workbook again by libxlsxwriter in constant memory: the floor of ledger.xlsx.
 *
 *   ledger CELLS OUT.xlsx
 *
 * CELLS is what dump_cells.py made of a workbook: lines `S` a new sheet, `R` a new row, then a cell
 * each: `t` COLUMN FORMAT LENGTH and the text, `n` COLUMN FORMAT NUMBER, `b` COLUMN FORMAT. Formulas
 * are written as their values, which is less work than ours. The cells are read into memory first; one
 * line on standard output has the CPU seconds of writing alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

struct cell {
  char kind; /* as in CELLS */
  unsigned char format;
  lxw_col_t column;
  lxw_row_t row;
  double number;
  char *text;
};

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

/* Reads every cell; NULL for a file that is not as described. */
static struct cell *read_cells(FILE *file, size_t *count) {
  size_t room = 1 << 20;
  struct cell *cells = malloc(room * sizeof *cells);
  static char line[256];
  for (*count = 0; fgets(line, sizeof line, file); ++*count) {
    if (*count == room) cells = realloc(cells, (room *= 2) * sizeof *cells);
    if (!cells) return NULL;
    struct cell *cell = cells + *count;
    unsigned column = 0, format = 0, length = 0;
    memset(cell, 0, sizeof *cell);
    cell->kind = line[0];
    switch (line[0]) {
    case 'S':
      break;
    case 'R':
      cell->row = (lxw_row_t)strtoul(line + 1, NULL, 10);
      break;
    case 't':
      if (sscanf(line + 1, "%u %u %u", &column, &format, &length) != 3) return NULL;
      cell->text = calloc(length + 1, 1);
      if (!cell->text || fread(cell->text, 1, length, file) != length) return NULL;
      fgetc(file);
      break;
    case 'n':
      if (sscanf(line + 1, "%u %u %lf", &column, &format, &cell->number) != 3) return NULL;
      break;
    case 'b':
      if (sscanf(line + 1, "%u %u", &column, &format) != 2) return NULL;
      break;
    default:
      return NULL;
    }
    cell->column = (lxw_col_t)column;
    cell->format = (unsigned char)format;
  }
  return cells;
}

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 66;
  size_t count;
  struct cell *cells = read_cells(file, &count);
  fclose(file);
  if (!cells) return 65;

  double start = cpu_seconds();
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = 0};
  lxw_workbook *book = workbook_new_opt(argv[2], &options);
  lxw_format *formats[256];
  for (int i = 0; i < 256; i++) {
    formats[i] = workbook_add_format(book);
    format_set_font_size(formats[i], 10 + i % 3);
    format_set_bottom(formats[i], LXW_BORDER_THIN);
    format_set_font_color(formats[i], 0x1D2939 + i);
  }
  lxw_worksheet *sheet = NULL;
  lxw_row_t row = 0;
  for (struct cell *cell = cells; cell < cells + count; cell++) {
    lxw_format *format = formats[cell->format];
    switch (cell->kind) {
    case 'S':
      sheet = workbook_add_worksheet(book, NULL);
      break;
    case 'R':
      row = cell->row;
      break;
    case 't':
      worksheet_write_string(sheet, row, cell->column, cell->text, format);
      break;
    case 'n':
      worksheet_write_number(sheet, row, cell->column, cell->number, format);
      break;
    default:
      worksheet_write_blank(sheet, row, cell->column, format);
    }
  }
  if (workbook_close(book) != LXW_NO_ERROR) return 74;
  printf("%.3f\n", cpu_seconds() - start);
  return 0;
}
