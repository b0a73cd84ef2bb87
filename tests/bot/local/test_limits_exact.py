"""Each of Discord's limits, met exactly: whatever is within passes, whatever is beyond does not."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.validation.forms import check_choices, check_modal
from bot.local.validation.messages import check_message
from bot.local.validation.problems import Problems

Check = Callable[[Problems, dict[str, Any]], None]


def embed(**parts: Any) -> dict[str, Any]:
    """A message with one embed."""
    return {"embeds": [{"title": "t", **parts}]}


def fields(number: int) -> list[dict[str, str]]:
    """So many fields."""
    return [{"name": "n", "value": "v"}] * number


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    """A message with one row."""
    return {"components": [{"type": 1, "components": list(parts)}]}


def button(**parts: Any) -> dict[str, Any]:
    """A button."""
    return {"type": 2, "style": 2, "label": "b", "custom_id": "w1:b", **parts}


def menu(number: int = 1, **parts: Any) -> dict[str, Any]:
    """A select menu with so many options."""
    options = [{"label": f"{n}", "value": f"{n}"} for n in range(number)]
    return {"type": 3, "custom_id": "w1:m", "options": options, **parts}


def option(**parts: Any) -> dict[str, Any]:
    """A message with a select menu of one option."""
    return row(menu(options=[{"label": "l", "value": "v", **parts}]))


def rows(number: int) -> dict[str, Any]:
    """A message with so many rows."""
    one = [{"type": 1, "components": [button(custom_id=f"w1:{n}")]} for n in range(number)]
    return {"components": one}


def buttons(number: int) -> dict[str, Any]:
    """A message with a row of so many buttons."""
    return row(*[button(custom_id=f"w1:{n}") for n in range(number)])


def modal(inputs: int = 1, **parts: Any) -> dict[str, Any]:
    """A form with so many inputs."""
    labels = [
        {"type": 18, "label": "l", "component": {"type": 4, "style": 1, "custom_id": f"i{n}"}}
        for n in range(inputs)
    ]
    return {"title": "t", "custom_id": "w1:f", "components": labels, **parts}


def label(text: str) -> dict[str, Any]:
    """A form whose one input is labelled so."""
    inner = {"type": 4, "style": 1, "custom_id": "i"}
    return modal(components=[{"type": 18, "label": text, "component": inner}])


LIMITS: dict[str, tuple[Check, int, Callable[[int], dict[str, Any]]]] = {
    "content": (check_message, 2000, lambda n: {"content": "x" * n}),
    "embed title": (check_message, 256, lambda n: embed(title="x" * n)),
    "embed description": (check_message, 4096, lambda n: embed(description="x" * n)),
    "embed footer": (check_message, 2048, lambda n: embed(footer={"text": "x" * n})),
    "embed author": (check_message, 256, lambda n: embed(author={"name": "x" * n})),
    "fields": (check_message, 25, lambda n: embed(fields=fields(n))),
    "field name": (check_message, 256, lambda n: embed(fields=[{"name": "x" * n, "value": "v"}])),
    "field value": (check_message, 1024, lambda n: embed(fields=[{"name": "n", "value": "x" * n}])),
    "embeds": (check_message, 10, lambda n: {"embeds": [{"title": "t"}] * n}),
    "rows": (check_message, 5, rows),
    "buttons": (check_message, 5, buttons),
    "button label": (check_message, 80, lambda n: row(button(label="x" * n))),
    "custom id": (check_message, 100, lambda n: row(button(custom_id="x" * n))),
    "options": (check_message, 25, lambda n: row(menu(n))),
    "option label": (check_message, 100, lambda n: option(label="x" * n)),
    "option value": (check_message, 100, lambda n: option(value="x" * n)),
    "option description": (check_message, 100, lambda n: option(description="x" * n)),
    "placeholder": (check_message, 150, lambda n: row(menu(placeholder="x" * n))),
    "attachments": (check_message, 10, lambda n: {"attachments": [{"id": i} for i in range(n)]}),
    "modal inputs": (check_modal, 5, modal),
    "modal title": (check_modal, 45, lambda n: modal(title="x" * n)),
    "modal custom id": (check_modal, 100, lambda n: modal(custom_id="x" * n)),
    "modal label": (check_modal, 45, lambda n: label("x" * n)),
    "choices": (check_choices, 25, lambda n: {"choices": [{"name": "n", "value": "v"}] * n}),
    "choice name": (check_choices, 100, lambda n: {"choices": [{"name": "x" * n, "value": "v"}]}),
}


def right(check: Check, data: dict[str, Any]) -> bool:
    """Whether nothing is found."""
    problems = Problems()
    check(problems, data)
    return not problems


@pytest.mark.parametrize("name", LIMITS)
@given(data=st.data())
def test_each_limit_is_exact(name: str, data: Any) -> None:
    """Every number up to the limit passes and every greater one is refused."""
    check, limit, make = LIMITS[name]
    number = data.draw(st.integers(1, limit) | st.integers(limit + 1, 2 * limit))
    assert right(check, make(number)) == (number <= limit)
    assert right(check, make(limit))
    assert not right(check, make(limit + 1))


@given(st.lists(st.sampled_from(["w1:a", "w1:b", "w1:c", "w1:d"]), min_size=1, max_size=5))
def test_custom_ids_are_unique(ids: list[str]) -> None:
    """Two components of one message never share a custom id."""
    data = row(*[button(custom_id=custom_id) for custom_id in ids])
    assert right(check_message, data) == (len(set(ids)) == len(ids))
