#include "tables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char characters[] = {
#embed "characters.txt"
};

static const unsigned char divisions[] = {
#embed "divisions.txt"
};

const unsigned char *ctables_characters(size_t *count) {
  *count = sizeof characters;
  return characters;
}

const unsigned char *ctables_divisions(size_t *count) {
  *count = sizeof divisions;
  return divisions;
}
