"""What draws for members says nothing of its own: all words come from the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot

# Of the commands, the English is in the code, and test_commands.py holds its translations.
DRAWING = ("render", "components", "panels", "pictures")
FILES = ("answer.py", "client.py", "look.py", "rating.py", "text.py", "why_text.py")
PROSE = re.compile(r"[^\W\d_]{2,}[,.:;!?]? [^\W\d_]{2,}")
ROOT = Path(bot.__path__[0])
SOURCES = [*(ROOT / name for name in FILES), *(p for d in DRAWING for p in (ROOT / d).glob("*.py"))]


def quiet(tree: ast.AST) -> set[ast.AST]:
    """What no member reads: docstrings, logs, and what is raised."""
    unread: set[ast.AST] = set()
    for node in ast.walk(tree):
        logged = isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("_log.", "log."))
        alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if logged or alone or isinstance(node, ast.Raise | ast.Assert):
            unread.update(ast.walk(node))
    return unread


def prose(source: str) -> Iterator[str]:
    """The strings of a module that hold two words in a row."""
    tree = ast.parse(source)
    unread = quiet(tree)
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and node not in unread else None
        if isinstance(text, str) and PROSE.search(text):
            yield text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_prose_in_the_code(path: Path) -> None:
    """No string that a member could read holds words."""
    assert list(prose(path.read_text(encoding="utf-8"))) == []


def test_prose_is_found() -> None:
    """Words in a string are noticed, those in docstrings, logs and errors are not."""
    source = '"""A module."""\nx = "Some words"\n_log.info("not this")\nraise X("nor this")\n'
    assert list(prose(source)) == ["Some words"]
