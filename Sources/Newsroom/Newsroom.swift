// The Newsroom module.
