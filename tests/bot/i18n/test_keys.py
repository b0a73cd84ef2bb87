"""The keys in the code and the keys in the files are the same."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.i18n import LANGUAGES

HOLE = "[a-z0-9_-]+"


def speaks(callee: ast.expr) -> bool:
    """Whether a call of that says a text: `tongue(…)`, `x.tongue(…)`, `tongue_of(…)(…)`."""
    if isinstance(callee, ast.Call):
        name = callee.func
        return isinstance(name, ast.Name) and name.id in {"tongue", "tongue_of"}
    name = callee.attr if isinstance(callee, ast.Attribute) else getattr(callee, "id", "")
    return name in {"tongue", "_tongue"}


def pattern(joined: ast.JoinedStr) -> str:
    """A formatted string as a regular expression."""
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else HOLE
        for part in joined.values
    )


class Code:
    """What the code says: calls with a key, other strings, and formatted ones."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, set[str] | None]] = []
        self.strings: set[str] = set()
        self.patterns: set[str] = set()
        self.said: set[str] = set()
        for path in sorted(Path(bot.__path__[0]).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                self._see(node, path.name)

    def _see(self, node: ast.AST, where: str) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self.strings.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            self.patterns.add(pattern(node))
        elif isinstance(node, ast.Call) and node.args and speaks(node.func):
            names = {word.arg for word in node.keywords}
            given = None if None in names else {name for name in names if name}
            self.calls += [(where, key, given) for key in keys(node.args[0])]
            if isinstance(node.args[0], ast.JoinedStr):
                self.said.add(pattern(node.args[0]))

    def spoken(self, topics: set[str]) -> list[str]:
        """The formatted strings that are said, or begin as a key does."""
        begins = re.compile(rf"({'|'.join(topics)})\\-")
        return sorted(self.said.union(p for p in self.patterns if begins.match(p)))


def keys(argument: ast.expr) -> Iterator[str]:
    """The keys that a call may say: a literal one, or either of two."""
    if isinstance(argument, ast.IfExp):
        yield from keys(argument.body)
        yield from keys(argument.orelse)
    elif isinstance(argument, ast.Constant) and argument.value not in {None, *LANGUAGES}:
        yield str(argument.value)


@pytest.fixture(scope="module")
def code_of() -> Code:
    """What the code says."""
    return Code()


def test_keys_in_the_code_exist(texts: Any, code_of: Code) -> None:
    """Every key that the code names has a text."""
    known = texts.of("en")
    assert len(code_of.calls) > 50
    assert [(where, key) for where, key, _ in code_of.calls if key not in known] == []


def test_variables_are_given(texts: Any, code_of: Code) -> None:
    """Every call gives the variables that its text takes, and no other."""
    uneven = [
        (where, key, sorted(given), sorted(wanted))
        for where, key, given in code_of.calls
        if given is not None
        and key in texts.of("en")
        and (wanted := texts.variables("en", key)) != given
    ]
    assert uneven == []


def test_formatted_keys_exist(texts: Any, code_of: Code) -> None:
    """A key that is put together begins with a topic and fits some text."""
    known, spoken = texts.of("en"), code_of.spoken(texts.topics())
    assert len(spoken) > 3
    assert [p for p in spoken if not any(re.fullmatch(p, key) for key in known)] == []


def test_no_text_is_left_over(texts: Any, code_of: Code) -> None:
    """Every text, names of commands apart, is said somewhere, by the code or by another text."""
    known, spoken = texts.of("en"), code_of.spoken(texts.topics())
    said = code_of.strings.union(*(entry.references.keys for entry in known.values()))
    unused = [
        key
        for key in known
        if key not in said and key[0] != "-" and not any(re.fullmatch(p, key) for p in spoken)
    ]
    assert unused == []
