/* Declared by glibc only under _GNU_SOURCE, which Swift's Glibc module is built without. */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);
static const unsigned int exchange_names = 1u << 1; /* RENAME_EXCHANGE */

/* Declared by malloc.h, which Swift's Glibc module leaves out. */
int malloc_trim(unsigned long pad);
int mallopt(int parameter, int value);
static const int trim_threshold = -1; /* M_TRIM_THRESHOLD */
static const int mapping_threshold = -3; /* M_MMAP_THRESHOLD */
static const int most_mapped_blocks = -4; /* M_MMAP_MAX */

/* Declared by sys/resource.h only under _GNU_SOURCE. */
#include <sys/resource.h>
int prlimit(int process, int resource, const struct rlimit *new_limit, struct rlimit *old_limit);
