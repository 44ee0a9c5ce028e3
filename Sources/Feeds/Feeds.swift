// The Feeds module.
