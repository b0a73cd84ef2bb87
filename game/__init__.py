"""Rules and use cases of the word game."""
