"""The word space of the game: its table, its file, and how both are built."""
