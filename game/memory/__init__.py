"""A game store in memory, for tests and for simulated players: what it holds ends with it."""
