// Made by scripts/embed-web. Not to be edited.
#include "web_files.h"

// #embed is of C23; clang has it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Web/robots.txt" suffix(, 0) if_empty(0)
};

static const struct roost_web_file files[] = {
    {"robots.txt", file_0, sizeof(file_0) - 1},
};

const struct roost_web_file *roost_web_file_list(void) { return files; }

size_t roost_web_file_count(void) { return sizeof(files) / sizeof(files[0]); }
