"""How messages look in a terminal."""

from typing import Any

import pytest
from rich.cells import cell_len

from bot.console.cards import Cards
from bot.console.markdown import Reader
from bot.local.exchange import EPHEMERAL, Attachment, SentMessage

EMBED = {
    "title": "Puzzle 7",
    "description": "**3** guesses by <@1>.",
    "color": 0xE0562B,
    "author": {"name": "Daily"},
    "fields": [
        {"name": "river", "value": "🔥 62", "inline": True},
        {"name": "stream", "value": "☀️ 40", "inline": True},
        {"name": "All", "value": "one"},
    ],
    "image": {"url": "attachment://heat.png"},
    "footer": {"text": "Warmer"},
    "timestamp": "2026-11-21T09:05:00+00:00",
}
BUTTONS = {
    "type": 1,
    "components": [
        {"type": 2, "style": 1, "label": "Hint", "custom_id": "h"},
        {"type": 2, "style": 4, "label": "Give up", "custom_id": "g", "disabled": True},
        {"type": 2, "style": 5, "label": "Rules", "url": "https://example.org"},
    ],
}


def sent(**parts: Any) -> SentMessage:
    """Return a message of those parts."""
    return SentMessage(1, 2, **parts)


def drawn(message: SentMessage, reader: Reader, width: int = 60) -> list[str]:
    """Return the lines of a message without colours."""
    return Cards(reader, "Warmer").messages([message], width).splitlines()


def test_an_embed_is_a_card_with_fields_in_columns(reader: Reader) -> None:
    """Bar, title, marks taken off, inline fields side by side, picture by its file, footer."""
    heat = Attachment(1, "heat.png", b"x" * 1234, "A bar chart")
    assert drawn(sent(embeds=(EMBED,), components=(BUTTONS,), attachments=(heat,)), reader) == [
        "Warmer APP",
        "  ▌ Daily",
        "  ▌ Puzzle 7",
        "  ▌ 3 guesses by @ada.",
        "  ▌",
        "  ▌ river                       stream",
        "  ▌ 🔥 62                       ☀️ 40",
        "  ▌",
        "  ▌ All",
        "  ▌ one",
        "  ▌ ⟨image: heat.png · 1.2 kB · A bar chart⟩",
        "  ▌",
        "  ▌ Warmer · 21 November 2026 09:05",
        "  [1] Hint   [–] Give up  Rules ↗",
        "",
    ]


def test_a_narrow_terminal_gets_one_column(reader: Reader) -> None:
    """Nothing is wider than the terminal, and fields stand one below the other."""
    lines = drawn(sent(embeds=(EMBED,), components=(BUTTONS,)), reader, 30)
    assert max(map(cell_len, lines)) <= 30
    assert "  ▌ river" in lines
    assert "  ▌ stream" in lines


@pytest.mark.parametrize("width", [1, 19, 40, 400])
def test_any_width_is_drawn(width: int, reader: Reader) -> None:
    """Widths are kept between 20 and 80 columns, long words broken."""
    lines = drawn(sent(content="lavaflow" * 30, embeds=(EMBED,)), reader, width)
    assert max(map(cell_len, lines)) <= max(20, min(width, 80))
    assert "".join(line.strip() for line in lines).count("lavaflow") >= 25


def test_private_and_edited_messages_say_so(reader: Reader) -> None:
    """What only one person sees is marked, and so is a change."""
    (head, *_) = drawn(sent(content="psst", flags=EPHEMERAL, edits=2), reader)
    assert head == "Warmer APP  only you can see this · edited"


def test_a_deleted_message_shows_nothing_of_itself(reader: Reader) -> None:
    """Its text is gone."""
    assert drawn(sent(content="secret", deleted=True), reader)[1] == "  (message deleted)"


def test_loose_files_are_named_with_size_and_description(reader: Reader) -> None:
    """A file that no embed shows has a line of its own."""
    file = Attachment(1, "card.txt", b"x" * 12, "Share card")
    assert "  ⟨file: card.txt · 12 bytes · Share card⟩" in drawn(sent(attachments=(file,)), reader)


def test_layout_messages_are_drawn_in_reading_order(reader: Reader) -> None:
    """Containers, sections, rules and galleries of components, with their buttons numbered."""
    button = {"type": 2, "style": 2, "label": "More", "custom_id": "m"}
    inside = [
        {"type": 10, "content": "## Heat"},
        {"type": 14, "divider": True},
        {"type": 9, "components": [{"type": 10, "content": "*near*"}], "accessory": button},
        {"type": 12, "items": [{"media": {"url": "https://a.b/c.png?x=1"}, "description": "d"}]},
    ]
    box = {"type": 17, "accent_color": 0xFF0000, "components": inside}
    lines = drawn(sent(components=(box,)), reader, 24)
    assert lines[1:] == [
        "  ▌ Heat",
        "  ▌ " + "─" * 20,
        "  ▌ near",
        "  ▌ ⟨image: c.png · d⟩",
        "  [1] More",
        "",
    ]


def test_spoilers_are_covered_and_escapes_defused(reader: Reader) -> None:
    """A spoiler keeps its width but not its word; control characters never reach the screen."""
    lines = drawn(sent(content="||wet||\x1b[2J"), reader)
    assert lines[1] == "  ▒▒▒\ufffd[2J"


def test_colours_are_drawn_only_where_asked(reader: Reader) -> None:
    """The bar has the embed's own colour; without colours there is no escape at all."""
    message = sent(embeds=(EMBED,), components=(BUTTONS,))
    assert "\x1b[38;2;224;86;43m▌" in Cards(reader, "Warmer", "truecolor").messages([message], 60)
    assert "\x1b" not in Cards(reader, "Warmer").messages([message], 60)
