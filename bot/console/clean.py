"""Text from elsewhere, made harmless for a terminal."""

import re
from dataclasses import replace
from typing import Any

from bot.local.exchange import Modal, SentMessage

# Escape sequences would move the cursor and recolour the screen; overrides of the writing
# direction would reorder what stands beside them. Tabs and line breaks stay.
_HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return the text without control characters, each shown as the replacement character."""
    return _HARMFUL.sub("\ufffd", text)


def clean_message(message: SentMessage) -> SentMessage:
    """Return the message with every text in it clean."""
    files = (
        replace(a, filename=clean(a.filename), description=a.description and clean(a.description))
        for a in message.attachments
    )
    return replace(
        message,
        content=clean(message.content),
        embeds=_deep(message.embeds),
        components=_deep(message.components),
        attachments=tuple(files),
    )


def clean_modal(modal: Modal) -> Modal:
    """Return the form with every text in it clean."""
    return replace(modal, title=clean(modal.title), components=_deep(modal.components))


def _deep(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _deep(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_deep, value))
    return value
