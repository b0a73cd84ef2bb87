"""The `warmer` command line."""
