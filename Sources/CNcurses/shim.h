/* What Swift cannot reach of ncurses and glibc by itself: C's global variables (Swift 6 refuses shared mutable
   state), macros with casts, variadic functions, and functions that Glibc's module leaves out. */
#ifndef DATELINE_NCURSES_SHIM_H
#define DATELINE_NCURSES_SHIM_H

/* Before ncurses.h, the wide-character interface; pkg-config's flags for it are refused by SwiftPM. */
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#define NCURSES_ENABLE_STDBOOL_H 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* Declared in term.h, whose hundreds of macros would come along. */
extern int setupterm(const char *type, int descriptor, int *error);
extern char *tigetstr(const char *capability);

/* Hidden from Swift's Glibc module behind _GNU_SOURCE. */
extern int pipe2(int descriptors[2], int flags);
extern int dup3(int old, int replaced, int flags);
extern int memfd_create(const char *name, unsigned flags);
static const unsigned MFD_CLOEXEC = 1;
static inline int nc_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

static inline int nc_locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/* Whether the terminal has a capability, and its text: tigetstr answers -1 for one that is not a text. */
static inline const char *nc_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? 0 : text;
}
static inline bool nc_has(const char *flag) { return tigetflag(flag) > 0; }

/* Global variables. */
static inline SCREEN *nc_newterm(FILE *output) { return newterm(0, output, stdin); }
static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline int nc_lines(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_colours(void) { return COLORS; }

/* Macros with casts. */
static const attr_t NC_BOLD = A_BOLD, NC_DIM = A_DIM, NC_ITALIC = A_ITALIC, NC_UNDERLINE = A_UNDERLINE, NC_REVERSE = A_REVERSE;
static const mmask_t NC_PRESS = BUTTON1_PRESSED, NC_RELEASE = BUTTON1_RELEASED, NC_MOTION = REPORT_MOUSE_POSITION,
   NC_WHEEL_UP = BUTTON4_PRESSED, NC_WHEEL_DOWN = BUTTON5_PRESSED;
static inline int nc_function_key(int number) { return KEY_F(number); }

/* A cell of a base and its marks (zero-terminated). The pair goes in twice: as a short for old interfaces, whole as an
   extension. */
static inline int nc_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}

#endif
