"""Completes the paths of files while they are typed."""

from collections.abc import Iterable, Iterator
from itertools import islice

from prompt_toolkit.completion import CompleteEvent, Completion, PathCompleter
from prompt_toolkit.document import Document

from bot.console.files import QUOTES

_MOST = 100


def path_completions(typed: str) -> Iterator[Completion]:
    """What a path may go on with; hidden files once their dot is typed."""
    quote = typed[:1] if typed[:1] in QUOTES else ""
    text = typed[len(quote) :]
    found = PathCompleter(expanduser=True).get_completions(Document(text), CompleteEvent())
    for completion in islice(_visible(found, text), _MOST):
        closing = "" if completion.display_text.endswith("/") else quote
        if completion.text or closing:
            yield Completion(completion.text + closing, 0, completion.display)


def _visible(found: Iterable[Completion], text: str) -> Iterator[Completion]:
    begun = text.rpartition("/")[2]
    return (c for c in found if begun or not c.display_text.startswith("."))
