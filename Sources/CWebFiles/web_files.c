// Made by scripts/embed-web. Not to be edited.
#include "web_files.h"

// #embed is of C23; clang has it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Web/console/connection.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Web/console/console.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Web/console/frame.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Web/console/screen.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Web/console/serial.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Web/console/words.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Web/robots.txt" suffix(, 0) if_empty(0)
};

static const struct roost_web_file files[] = {
    {"console/connection.js", file_0, sizeof(file_0) - 1},
    {"console/console.css", file_1, sizeof(file_1) - 1},
    {"console/frame.js", file_2, sizeof(file_2) - 1},
    {"console/screen.js", file_3, sizeof(file_3) - 1},
    {"console/serial.js", file_4, sizeof(file_4) - 1},
    {"console/words.js", file_5, sizeof(file_5) - 1},
    {"robots.txt", file_6, sizeof(file_6) - 1},
};

const struct roost_web_file *roost_web_file_list(void) { return files; }

size_t roost_web_file_count(void) { return sizeof(files) / sizeof(files[0]); }
