#ifndef BANSO_CNCURSES_SHIM_H
#define BANSO_CNCURSES_SHIM_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdint.h>

// What Swift can't reach: function-like macros, mutable globals and arrays inside of structures.

static inline int curses_colours(void) { return COLORS; }
static inline WINDOW *curses_full_window(void) { return newwin(0, 0, 0, 0); }

static inline attr_t curses_attributes(bool bold, bool underlined, bool reversed, bool dim) {
    return (bold ? A_BOLD : A_NORMAL) | (underlined ? A_UNDERLINE : A_NORMAL) | (reversed ? A_REVERSE : A_NORMAL) |
           (dim ? A_DIM : A_NORMAL);
}

// A space drawn so: what every cell of one style is made from.
static inline cchar_t curses_blank(attr_t attributes, int pair) {
    cchar_t cell;
    wchar_t space[2] = {L' ', 0};
    setcchar(&cell, space, attributes, (short)(pair > 255 ? 255 : pair), &pair);
    return cell;
}

// Writes a base code point with up to two marks (0: none) in a blank.
static inline void curses_set_cell(cchar_t *cell, uint32_t base, uint32_t first_mark, uint32_t second_mark) {
    cell->chars[0] = (wchar_t)base;
    cell->chars[1] = (wchar_t)first_mark;
    cell->chars[2] = (wchar_t)second_mark;
}

// The names of capabilities; NULL behind the last one. Declared here, because term.h gives short common words other meanings.
extern const char *const boolnames[];
extern const char *const numnames[];
extern const char *const strnames[];
static inline const char *curses_flag_name(int index) { return boolnames[index]; }
static inline const char *curses_number_name(int index) { return numnames[index]; }
static inline const char *curses_string_name(int index) { return strnames[index]; }

// Lets go of the description that setupterm() read.
struct term;
extern struct term *cur_term;
extern int del_curterm(struct term *);
extern int setupterm(const char *name, int descriptor, int *error);
static inline void curses_forget_description(void) {
    if (cur_term) del_curterm(cur_term);
}
#endif
