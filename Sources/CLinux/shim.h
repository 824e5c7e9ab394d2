/* Declared by glibc only under _GNU_SOURCE, which Swift's Glibc module is built without. */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);
static const unsigned int exchange_names = 1u << 1; /* RENAME_EXCHANGE */

/* Declared by malloc.h, which Swift's Glibc module leaves out. */
int malloc_trim(unsigned long pad);

/* Declared by sys/resource.h only under _GNU_SOURCE. */
#include <sys/resource.h>
int prlimit(int process, int resource, const struct rlimit *new_limit, struct rlimit *old_limit);
