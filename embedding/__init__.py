"""The shared encoder-and-index service."""
