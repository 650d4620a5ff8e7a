#pragma once
#include <stddef.h>

/// One file of the page, as it was when the program was built.
struct roost_web_file {
    /// Below Web/, such as `styles/main.css`.
    const char *path;
    const unsigned char *bytes;
    size_t size;
};

/// The first of them. They are constants of the program.
const struct roost_web_file *roost_web_file_list(void);
/// How many there are.
size_t roost_web_file_count(void);
