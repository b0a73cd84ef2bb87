"""What the bot said: one message as it stands, or the answer to somebody."""

import json
from dataclasses import dataclass, field
from typing import Any

from stage.parts import Form, Kind, Part, the


@dataclass(frozen=True)
class Picture:
    """A file that came with a message; the description is its alternative text."""

    filename: str
    content: bytes
    description: str | None


@dataclass(frozen=True)
class Said:
    """A message, or what came in answer: its last message, with the earlier ones in `before`.

    `embed` is the first of `embeds`. `pings` are the ids of those whom it would have notified,
    roles included. `form` is a modal, which is an answer without a message. `thread` is the name
    of the thread that hangs on the message. `edits` counts how often it was edited.
    """

    content: str
    embed: dict[str, Any] | None
    ephemeral: bool
    pings: tuple[int, ...]
    embeds: tuple[dict[str, Any], ...] = ()
    parts: tuple[Part, ...] = ()
    files: tuple[Picture, ...] = ()
    form: Form | None = None
    id: int = 0
    channel_id: int = 0
    edits: int = 0
    thread: str | None = None
    before: tuple["Said", ...] = ()
    acknowledged_ms: float | None = None
    handle: Any = field(default=None, repr=False, compare=False)

    @property
    def title(self) -> str:
        """The embed's title, or the form's."""
        return self.form.title if self.form else str((self.embed or {}).get("title", ""))

    @property
    def everything(self) -> str:
        """All that is in it, to be read or not, as one text."""
        parts = [(p.label, p.custom_id, p.url, p.options, p.value) for p in self.parts]
        form = self.form and (self.form.title, self.form.custom_id, repr(self.form.fields))
        files = [(f.filename, f.description) for f in self.files]
        rest = [list(self.embeds), *[piece for piece in (parts, files, form) if piece]]
        return self.content + json.dumps(rest, ensure_ascii=False)

    @property
    def labels(self) -> list[str]:
        """What its buttons say."""
        return [part.label for part in self.parts if part.kind is Kind.BUTTON]

    @property
    def custom_ids(self) -> list[str]:
        """The custom ids of its buttons and select menus."""
        return [part.custom_id for part in self.parts if part.custom_id]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What its select menus offer, as pairs of label and value."""
        return [option for part in self.parts for option in part.options]

    def part(self, name: str) -> Part:
        """The button or select menu of that label, custom id or beginning of a custom id."""
        return the(self.parts, name)

    def has(self, name: str) -> bool:
        """Whether there is such a button or select menu."""
        return any(part.named(name) for part in self.parts)

    def select(self, name: str | None = None) -> Part:
        """Its select menu of that placeholder or custom id, or the only one."""
        menus = [part for part in self.parts if part.kind is not Kind.BUTTON]
        if name is not None:
            return the(menus, name)
        assert len(menus) == 1, f"{len(menus)} select menus"
        return menus[0]
