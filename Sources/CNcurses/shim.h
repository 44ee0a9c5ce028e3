#ifndef DATELINE_NCURSES_SHIM_H
#define DATELINE_NCURSES_SHIM_H
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1          /* before ncurses.h: the wide API without relying on pkg-config's -D_XOPEN_SOURCE */
#endif
#define NCURSES_ENABLE_STDBOOL_H 1
#include <locale.h>
#include <langinfo.h>
#include <wchar.h>
#include <stdlib.h>
#include <ncurses.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <fcntl.h>
/* not visible through Swift's Glibc module */
extern int wcwidth(wchar_t c);
static inline int nc_wcwidth(uint32_t c) { return wcwidth((wchar_t)c); }
static inline int nc_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
/* FILE* globals stdin/stdout are `var`s too */
static inline SCREEN *nc_newterm(const char *type) { return newterm(type, stdout, stdin); }
static inline void nc_err(const char *s) { fputs(s, stderr); }

/* Globals: Swift 6 refuses `var` C globals (stdscr, LINES, COLS, COLORS, ESCDELAY): read them through functions. */
static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline int nc_lines(void) { return LINES; }
static inline int nc_cols(void)  { return COLS; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }
/* Macros with casts / function-like macros: not imported; give them names. */
static const attr_t NC_BOLD = A_BOLD, NC_DIM = A_DIM, NC_REVERSE = A_REVERSE, NC_UNDERLINE = A_UNDERLINE, NC_ITALIC = A_ITALIC, NC_STANDOUT = A_STANDOUT;
static const mmask_t NC_B1_PRESSED = BUTTON1_PRESSED, NC_B1_RELEASED = BUTTON1_RELEASED, NC_B1_CLICKED = BUTTON1_CLICKED,
  NC_B1_DOUBLE = BUTTON1_DOUBLE_CLICKED, NC_WHEEL_UP = BUTTON4_PRESSED, NC_WHEEL_DOWN = BUTTON5_PRESSED, NC_MOUSE_POS = REPORT_MOUSE_POSITION, NC_MOUSE_ALL = ALL_MOUSE_EVENTS;
static inline int nc_key_f(int n) { return KEY_F(n); }
/* attributes + extended pair (>255) in one call */
static inline int nc_set_attr(WINDOW *w, attr_t a, int pair) { short p = pair > 32767 ? 32767 : (short)pair; return wattr_set(w, a, p, &pair); }
static inline int nc_chgat(WINDOW *w, int y, int x, int n, attr_t a, int pair) { short p = pair > 32767 ? 32767 : (short)pair; return mvwchgat(w, y, x, n, a, p, &pair); }
/* one grapheme cell: base + up to 4 combining (CCHARW_MAX 5 incl. base) */
static inline int nc_put_cell(WINDOW *w, int y, int x, const wchar_t *s, attr_t a, int pair) {
  cchar_t c; short p = (short)pair;
  if (setcchar(&c, s, a, p, &pair) == ERR) return ERR;
  return mvwadd_wch(w, y, x, &c);
}
static inline void nc_vline(WINDOW *w, int y, int x, int n) { mvwvline_set(w, y, x, WACS_VLINE, n); }
static inline void nc_hline(WINDOW *w, int y, int x, int n) { mvwhline_set(w, y, x, WACS_HLINE, n); }
static inline int nc_codeset_is_utf8(void) { const char *c = nl_langinfo(CODESET); return c && (c[0]=='U') && (c[1]=='T') && (c[2]=='F'); }
/* a terminal that can't address the cursor (TERM=dumb) can't show a screen */
extern char *tigetstr(const char *);
static inline int nc_can_address(void) { char *c = tigetstr("cup"); return c != 0 && c != (char *)-1; }
static inline int nc_has_utf8_acs(void) { return tigetnum("U8"); }
#endif
