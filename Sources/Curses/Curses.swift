// The Curses module.
