#ifndef DATELINE_VTERM_SHIM_H
#define DATELINE_VTERM_SHIM_H
#include <vterm.h>
#include <sys/ioctl.h>
#include <pty.h>
#include <spawn.h>
static inline int pk_set_winsize(int fd, int rows, int cols) { struct winsize w = { (unsigned short)rows, (unsigned short)cols, 0, 0 }; return ioctl(fd, TIOCSWINSZ, &w); }
static inline short pk_setsid_flag(void) { return 0x80; /* POSIX_SPAWN_SETSID */ }
static inline int pk_openpty(int *m, int *s, int rows, int cols) { struct winsize w = { (unsigned short)rows, (unsigned short)cols, 0, 0 }; return openpty(m, s, 0, 0, &w); }
static inline int pk_cell(VTermScreen *s, int r, int c, uint32_t out[6], int *width, int *attrs) {
  VTermPos p = { r, c }; VTermScreenCell cell; if (!vterm_screen_get_cell(s, p, &cell)) return 0;
  for (int i = 0; i < 6; i++) out[i] = cell.chars[i]; *width = cell.width;
  *attrs = cell.attrs.bold | cell.attrs.underline << 1 | cell.attrs.italic << 2 | cell.attrs.reverse << 3; return 1; }
#endif
