"""Keeps the files that the bot sends, so that they can be opened outside the terminal."""

import re
from pathlib import Path

from bot.local.exchange import Attachment

_STRANGE = re.compile(r"[^\w.-]+")
_LONGEST = 80


class Album:
    """Saves into `folder`, made with the first file; each file once, under a name of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._saved: dict[int, Path] = {}

    def save(self, attachment: Attachment) -> str | None:
        """Return where the file lies now, or None where it cannot be written."""
        if attachment.id not in self._saved:
            try:
                self._saved[attachment.id] = self._write(attachment)
            except OSError:  # a full or read-only disk: the file's name is shown all the same
                return None
        return str(self._saved[attachment.id])

    def _write(self, attachment: Attachment) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = _STRANGE.sub("-", attachment.filename)[-_LONGEST:].lstrip(".-") or "file"
        path = self._folder / f"{attachment.id}-{name}"
        part = path.with_name(path.name + ".part")
        part.write_bytes(attachment.content)
        part.replace(path)
        return path
