// Large tables as bytes of the program. In C, which embeds a file at once: the Swift compiler needs
// a minute for an array literal of that size, in each build of the module that holds it.

#ifndef CTABLES_H
#define CTABLES_H

#include <stddef.h>

// characters.txt: what characters fold to, how they are read and how they look.
const unsigned char *ctables_characters(size_t *count);

// divisions.txt: the divisions of GB/T 2260.
const unsigned char *ctables_divisions(size_t *count);

#endif
