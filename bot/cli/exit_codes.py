"""The exit codes: numbers of sysexits(3), which `os` knows on some systems only."""

DATA, NO_INPUT, UNAVAILABLE, CANT_WRITE = 65, 66, 69, 73
IO, BUSY, REFUSED, CONFIG = 74, 75, 77, 78
