/* libvterm, and what Swift's Glibc module leaves out of starting a program on a terminal of its own. */
#ifndef DATELINE_VTERM_SHIM_H
#define DATELINE_VTERM_SHIM_H

#include <pty.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vterm.h>

/* Hidden behind _GNU_SOURCE. */
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
static inline short pk_new_session_flag(void) { return 0x80; /* POSIX_SPAWN_SETSID */ }
/* Readable when the process has ended. */
static inline int pk_process_descriptor(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

/* Variadic. */
static inline int pk_set_size(int terminal, unsigned short rows, unsigned short columns) {
  struct winsize size = {rows, columns, 0, 0};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

/* A cell without libvterm's bit fields and unions, which Swift cannot read. A colour is a number of the palette, or -1
   for the terminal's own, or -2 for one given by its parts. */
typedef struct {
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
  int width, bold, italic, underline, reverse, ink, ground;
} pk_cell;

static inline int pk_colour(const VTermColor *colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour)) return -1;
  return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -2;
}

static inline int pk_get_cell(VTermScreen *screen, int row, int column, pk_cell *out) {
  VTermPos place = {row, column};
  VTermScreenCell cell;
  if (!vterm_screen_get_cell(screen, place, &cell)) return 0;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) out->scalars[i] = cell.chars[i];
  out->width = cell.width;
  out->bold = cell.attrs.bold;
  out->italic = cell.attrs.italic;
  out->underline = cell.attrs.underline;
  out->reverse = cell.attrs.reverse;
  out->ink = pk_colour(&cell.fg);
  out->ground = pk_colour(&cell.bg);
  return 1;
}

#endif
