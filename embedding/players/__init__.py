"""What simulated players associate with a word: GloVe's neighbours, which heat is not made of."""
