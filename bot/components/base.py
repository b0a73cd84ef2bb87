"""What every button, menu and form is made from, so that none is ever left unanswered.

A custom id is `w1:<topic>:<verb>:<args…>`, at most 100 characters, and never holds a secret. All
that a component needs to know stands in it: nothing is kept per message, so that a button works
after a restart as it did before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar, final

import discord

from bot.client import WarmerClient

Interaction = discord.Interaction[WarmerClient]
ItemT = TypeVar("ItemT", bound=discord.ui.Item[Any])

_NEVER = r"(?!)"


class WarmerItem(discord.ui.DynamicItem[ItemT], template=_NEVER):
    """A button or menu. Its class is registered once, by `client.add_dynamic_items`.

    A subclass gives its `template`, makes itself anew in `from_custom_id`, which must not wait for
    anything, and answers in `act`. Whatever either raises becomes an answer to the member.
    """

    @final
    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]  # only this client runs it
        """Answer, or say what went wrong."""
        await interaction.client.attend(interaction, self.act)

    async def act(self, interaction: Interaction) -> None:
        """Answer the press or the choice."""
        raise NotImplementedError


class WarmerButton(WarmerItem[discord.ui.Button[Any]], template=_NEVER):
    """A button that is all in its custom id, of which `match` is the match."""

    def __init__(self, item: discord.ui.Button[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.match = match

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        if not isinstance(item, discord.ui.Button):
            raise TypeError(item)
        return cls(item, match)


class WarmerMenu(WarmerItem[discord.ui.Select[Any]], template=_NEVER):
    """A menu of texts, of which one is chosen; `match` is that of its custom id."""

    def __init__(self, item: discord.ui.Select[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.match = match

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The menu that was chosen from."""
        if not isinstance(item, discord.ui.Select):
            raise TypeError(item)
        return cls(item, match)

    @property
    def chosen(self) -> str:
        """The value that was chosen."""
        return str(self.item.values[0])


@dataclass(frozen=True, slots=True)
class Filled:
    """What stood in a form when it was sent, by the custom id of each input."""

    texts: Mapping[str, str]
    choices: Mapping[str, Sequence[str]]


class WarmerModal(discord.ui.Modal):
    """A form. Its class is registered once, by `client.add_forms`.

    A subclass gives its `template`, makes itself anew in `from_custom_id` and answers in `act`.
    Unlike a plain Modal, it may be open at several members' under the same custom id, and is
    answered after a restart.
    """

    template: ClassVar[re.Pattern[str]]

    def __init_subclass__(cls, *, template: str, **options: Any) -> None:  # noqa: ANN401  # handed on to discord.py
        super().__init_subclass__(**options)
        cls.template = re.compile(template)

    def __init__(self, *, title: str, custom_id: str) -> None:
        if not self.template.fullmatch(custom_id):
            raise ValueError(f"{custom_id!r} does not match {self.template.pattern!r}")
        super().__init__(title=title, custom_id=custom_id, timeout=None)
        # discord.py keeps an open form by its custom id until the first member sends it, and
        # would leave every other one unanswered. One that has stopped is not kept.
        self.stop()

    @classmethod
    def from_custom_id(cls, interaction: Interaction, match: re.Match[str]) -> Self:
        """The form that was sent, made anew from what its custom id says."""
        raise NotImplementedError

    async def act(self, interaction: Interaction, filled: Filled) -> None:
        """Answer the form."""
        raise NotImplementedError

    @classmethod
    async def sent(cls, interaction: Interaction, match: re.Match[str]) -> None:
        """Answer a form of this class that a member sent. Raises what `act` raises."""
        await cls.from_custom_id(interaction, match).act(interaction, _filled(interaction))


def _filled(interaction: Interaction) -> Filled:
    inputs = list(_inputs(interaction.data))
    return Filled(
        texts={i["custom_id"]: str(i["value"]) for i in inputs if i.get("value") is not None},
        choices={i["custom_id"]: tuple(i["values"]) for i in inputs if "values" in i},
    )


def _inputs(part: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # JSON
    for inner in (*(part.get("components") or ()), *filter(None, [part.get("component")])):
        if "custom_id" in inner:
            yield inner
        yield from _inputs(inner)
