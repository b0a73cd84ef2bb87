"""The validator: every limit on its edge and one beyond."""

from typing import Any

import pytest
from hypothesis import given, strategies

from bot.local.validation.commands import check_commands
from bot.local.validation.components import check_components
from bot.local.validation.forms import check_choices, check_modal
from bot.local.validation.messages import check_message, embed_size
from bot.local.validation.problems import Problems


def found(check: Any, data: Any, **options: Any) -> list[tuple[str, str]]:
    """Return what a check finds as (place, code)."""
    problems = Problems()
    check(problems, data, **options)
    return [(".".join(map(str, path)), code) for path, code, _ in problems.found]


def components(data: Any, *, layout: bool = False) -> list[tuple[str, str]]:
    """Return what is wrong with components."""
    problems = Problems()
    check_components(problems, data, (), layout=layout)
    return [(".".join(map(str, path)), code) for path, code, _ in problems.found]


def row(*children: Any) -> dict[str, Any]:
    """Return a row."""
    return {"type": 1, "components": list(children)}


def button(name: Any, **more: Any) -> dict[str, Any]:
    """Return a button."""
    return {"type": 2, "style": 1, "label": "x", "custom_id": name} | more


def select(count: int, **more: Any) -> dict[str, Any]:
    """Return a select menu with so many options."""
    options = [{"label": f"o{n}", "value": f"v{n}"} for n in range(count)]
    return {"type": 3, "custom_id": "s", "options": options} | more


def embed(title: int = 0, text: int = 0, fields: int = 0, **more: Any) -> dict[str, Any]:
    """Return an embed with texts of these lengths."""
    listed = [{"name": "n", "value": "v"}] * fields
    return {"title": "t" * title, "description": "d" * text, "fields": listed} | more


MESSAGES = [
    ({"content": "x" * 2000}, ""),
    ({"content": "x" * 2001}, "content"),
    ({"content": 5}, "content"),
    ({"embeds": [embed(256, 4096, 25)]}, ""),
    ({"embeds": [embed(257)]}, "embeds.0.title"),
    ({"embeds": [embed(0, 4097)]}, "embeds.0.description"),
    ({"embeds": [embed(0, 0, 26)]}, "embeds.0.fields"),
    ({"embeds": [embed(footer={"text": "x" * 2049})]}, "embeds.0.footer.text"),
    ({"embeds": [embed(author={"name": "x" * 257})]}, "embeds.0.author.name"),
    ({"embeds": [{"fields": [{"name": "", "value": "v"}]}]}, "embeds.0.fields.0.name"),
    ({"embeds": [{"fields": [{"name": "n", "value": "v" * 1025}]}]}, "embeds.0.fields.0.value"),
    ({"embeds": [embed(image={"url": "file:///etc"})]}, "embeds.0.image.url"),
    ({"embeds": [embed(1)] * 10}, ""),
    ({"embeds": [embed(1)] * 11}, "embeds"),
    ({"embeds": [embed(0, 3000), embed(0, 3000)]}, ""),
    ({"embeds": [embed(0, 3000), embed(0, 3001)]}, "embeds"),
    ({"attachments": [{"id": n} for n in range(11)]}, "attachments"),
    ({"allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "allowed_mentions"),
    ({"allowed_mentions": {"parse": ["friends"]}}, "allowed_mentions.parse.0"),
    ({"nonce": "x" * 26}, "nonce"),
    ({"flags": 1 << 15, "content": "x"}, "content"),
]


@pytest.mark.parametrize(("message", "place"), MESSAGES)
def test_messages(message: Any, place: str) -> None:
    """A message is right up to its limit and wrong one beyond, at the place named."""
    assert [where for where, _ in found(check_message, message)] == ([place] if place else [])


COMPONENTS = [
    ([row(*(button(f"{r}{c}") for c in range(5))) for r in range(5)], ""),
    ([row(button(str(r))) for r in range(6)], "BASE_TYPE_BAD_LENGTH"),
    ([row(*(button(str(c)) for c in range(6)))], "BASE_TYPE_BAD_LENGTH"),
    ([row()], "BASE_TYPE_BAD_LENGTH"),
    ([button("a")], "BASE_TYPE_CHOICES"),
    ([row(button("a"), button("a"))], "COMPONENT_CUSTOM_ID_DUPLICATED"),
    ([row(button("x" * 100))], ""),
    ([row(button("x" * 101))], "BASE_TYPE_BAD_LENGTH"),
    ([row(button(None))], "BASE_TYPE_REQUIRED"),
    ([row(button("a", label="x" * 81))], "BASE_TYPE_MAX_LENGTH"),
    ([row(button("a", label=None))], "BUTTON_COMPONENT_INVALID_LABEL"),
    ([row(button("a", style=9))], "NUMBER_TYPE_MAX"),
    ([row(button(None, style=5, url="https://example.org"))], ""),
    ([row(button(None, style=5))], "BASE_TYPE_REQUIRED"),
    ([row(select(25))], ""),
    ([row(select(26))], "BASE_TYPE_BAD_LENGTH"),
    ([row(select(0))], "BASE_TYPE_BAD_LENGTH"),
    ([row(select(2, max_values=3))], "NUMBER_TYPE_MAX"),
    ([row(select(1), button("b"))], "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    ([row(select(1, placeholder="x" * 151))], "BASE_TYPE_MAX_LENGTH"),
    ([row(select(0, options=[{"label": "a", "value": "v"}] * 2))], "DUPLICATED"),
]


@pytest.mark.parametrize(("tree", "code"), COMPONENTS)
def test_components(tree: Any, code: str) -> None:
    """Rows, buttons and select menus, each limit by Discord's code."""
    codes = [c for _, c in components(tree)]
    assert (not codes) if not code else any(code in c for c in codes)


def test_layout_components() -> None:
    """The newer layout takes 40 components and 4,000 characters in all, and no more."""
    text = {"type": 10, "content": "x"}
    assert components([text] * 40, layout=True) == []
    assert components([text] * 41, layout=True)[0][1].startswith("COMPONENT_MAX_TOTAL")
    halves = [{"type": 10, "content": "x" * 2000}] * 2
    assert components(halves, layout=True) == []
    assert components([*halves, text], layout=True)[0][1].startswith("COMPONENT_DISPLAYABLE")
    boxed = {
        "type": 17,
        "components": [{"type": 9, "components": [text], "accessory": button("a")}],
    }
    assert components([boxed, row(button("a"))], layout=True)[0][1].endswith("DUPLICATED")


def form(**more: Any) -> dict[str, Any]:
    """Return a form with one input."""
    field = {"type": 4, "custom_id": "w", "style": 1, "label": "Word"}
    return {
        "title": "T",
        "custom_id": "f",
        "components": [row(field | more.pop("field", {}))],
    } | more


@pytest.mark.parametrize(
    ("modal", "place"),
    [
        (form(title="x" * 45), ""),
        (form(title="x" * 46), "title"),
        (form(custom_id=""), "custom_id"),
        (form(components=[]), "components"),
        (form(components=None), "components"),
        (form(field={"label": "x" * 46}), "components.0.components.0.label"),
        (form(field={"label": None}), "components.0.components.0.label"),
        (form(field={"placeholder": "x" * 101}), "components.0.components.0.placeholder"),
        (form(field={"max_length": 4001}), "components.0.components.0.max_length"),
        (form(field={"style": 3}), "components.0.components.0.style"),
        (form(components=[row(button("a"))]), "components.0.components.0.type"),
        (
            form(components=[{"type": 18, "label": "", "component": select(1)}]),
            "components.0.label",
        ),
    ],
)
def test_forms(modal: Any, place: str) -> None:
    """A form's title, ids, fields and labels."""
    assert [where for where, _ in found(check_modal, modal)] == ([place] if place else [])


def test_choices() -> None:
    """25 choices of 100 characters are right, more or longer are not."""
    good = [{"name": "n" * 100, "value": "v" * 100}] * 25
    assert found(check_choices, {"choices": good}) == []
    assert found(check_choices, {"choices": [*good, good[0]]})[0][0] == "choices"
    long = {"choices": [{"name": "n" * 101, "value": 5}]}
    assert found(check_choices, long)[0][0] == "choices.0.name"


def command(**more: Any) -> dict[str, Any]:
    """Return a command."""
    return {"name": "guess", "description": "d", "type": 1} | more


def option(name: str = "word", **more: Any) -> dict[str, Any]:
    """Return an option."""
    return {"name": name, "description": "d", "type": 3} | more


@pytest.mark.parametrize(
    ("commands", "code"),
    [
        ([command(name="x" * 32), command(name="été"), command(name="a-b_c")], ""),
        ([command(name="x" * 33)], "BASE_TYPE_BAD_LENGTH"),
        ([command(name="Guess")], "APPLICATION_COMMAND_INVALID_NAME"),
        ([command(name="two words")], "APPLICATION_COMMAND_INVALID_NAME"),
        ([command(description="")], "BASE_TYPE_REQUIRED"),
        ([command(description="x" * 101)], "BASE_TYPE_BAD_LENGTH"),
        ([command(), command()], "APPLICATION_COMMANDS_DUPLICATE_NAME"),
        ([command(name=f"c{n}") for n in range(100)], ""),
        ([command(name=f"c{n}") for n in range(101)], "APPLICATION_COMMANDS_MAX"),
        ([command(options=[option(f"o{n}") for n in range(26)])], "BASE_TYPE_BAD_LENGTH"),
        ([command(options=[option(), option()])], "NAME_ALREADY_EXISTS"),
        ([command(options=[option("a"), option("b", required=True)])], "REQUIRED_INVALID"),
        ([command(options=[option(choices=[{"name": "a", "value": "b"}] * 26)])], "BAD_LENGTH"),
        ([command(description_localizations={"fr": "x" * 101})], "BASE_TYPE_BAD_LENGTH"),
        ([command(name="Look up", type=2, description="")], ""),
        ([command(name="Look up", type=2)], "BASE_TYPE_MAX_LENGTH"),
    ],
)
def test_commands(commands: Any, code: str) -> None:
    """Names, descriptions, options and numbers of commands."""
    codes = [c for _, c in found(check_commands, commands)]
    assert (not codes) if not code else any(code in c for c in codes)


def test_command_of_more_than_8000_characters() -> None:
    """The texts of a command are limited in sum."""
    choices = [{"name": "n" * 100, "value": f"{n:0100}"} for n in range(25)]
    large = [option("a", choices=choices)]
    assert found(check_commands, [command(options=large)]) == []
    larger = [*large, option("b", choices=choices)]
    assert found(check_commands, [command(options=larger)])[0][1].endswith("TOO_LARGE")


def test_errors_are_nested_as_discord_nests_them() -> None:
    """Places become nested keys with `_errors` at their end."""
    problems = Problems()
    check_message(problems, {"content": "x" * 2001}, ("data",))
    text = "Must be 2000 or fewer in length."
    leaf = {"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": text}]}
    assert problems.errors() == {"data": {"content": leaf}}


@given(strategies.lists(strategies.integers(0, 4096), max_size=10))
def test_embed_sum_is_refused_exactly_beyond_6000(lengths: list[int]) -> None:
    """Embeds that are each right are refused as soon as their sum is over 6,000 characters."""
    embeds = [embed(0, n) for n in lengths]
    assert sum(map(embed_size, embeds)) == sum(lengths)
    assert bool(found(check_message, {"embeds": embeds})) == (sum(lengths) > 6000)
