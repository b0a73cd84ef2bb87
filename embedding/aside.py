"""Writes a file aside, then puts it in place."""

from pathlib import Path


def put(path: Path, content: bytes) -> None:
    """Let a file have that content in one step: what fails leaves it as it was. Raises OSError."""
    part = path.with_suffix(".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
