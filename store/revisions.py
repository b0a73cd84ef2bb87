"""The migration history by its ids, so that a start need not import Alembic to know it.

A test keeps this equal to what `migrations/versions` says.
"""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""Every revision, oldest first."""

HEAD = REVISIONS[-1]
"""The revision that this version of Warmer works with."""
