"""The Fluent files, parsed."""

from dataclasses import dataclass

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot.i18n import LANGUAGES
from bot.i18n.files import LOCALES


class References(visitor.Visitor):
    """What a text refers to: variables, messages and terms (with a dash before)."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.keys: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # Fluent's
        """Note a variable."""
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802  # Fluent's
        """Note another text."""
        self.keys.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802  # Fluent's
        """Note a term."""
        self.keys.add(f"-{node.id.name}")


@dataclass(frozen=True)
class Entry:
    """One text of a file."""

    code: str
    topic: str
    key: str
    node: ast.Message | ast.Term

    @property
    def references(self) -> References:
        """What it refers to."""
        found = References()
        found.visit(self.node)
        return found


class Texts:
    """All the texts of all languages."""

    def __init__(self) -> None:
        self.junk: list[str] = []
        self.entries: list[Entry] = []
        parser = FluentParser(with_spans=False)
        for path in sorted(LOCALES.glob("*/*.ftl")):
            for node in parser.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.Junk):
                    self.junk.append(f"{path.parent.name}/{path.name}: {node.content}")
                elif isinstance(node, ast.Message | ast.Term):
                    dash = "-" if isinstance(node, ast.Term) else ""
                    key = f"{dash}{node.id.name}"
                    self.entries.append(Entry(path.parent.name, path.stem, key, node))

    def of(self, code: str) -> dict[str, Entry]:
        """The texts of one language by key, but for those of the commands."""
        return {e.key: e for e in self.entries if e.code == code and e.topic != "commands"}

    def commands(self, code: str) -> dict[str, Entry]:
        """What Discord shows of the commands in one language."""
        return {e.key: e for e in self.entries if e.code == code and e.topic == "commands"}

    def variables(self, code: str, key: str) -> set[str]:
        """The variables that a text needs, also through the texts it refers to."""
        references = self.of(code)[key].references
        return references.variables.union(*(self.variables(code, k) for k in references.keys))

    def topics(self) -> set[str]:
        """The names of the files, but for that of the commands."""
        return {entry.topic for entry in self.entries} - {"commands"}


@pytest.fixture(scope="session")
def texts() -> Texts:
    """All the texts."""
    return Texts()


@pytest.fixture(params=[code for code in LANGUAGES if code != "en"])
def code(request: pytest.FixtureRequest) -> str:
    """Every language but English."""
    return str(request.param)


class Leaks:
    """Finds English where another language should be."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __call__(self, code: str, said: str) -> list[str]:
        """The English phrases, of two words or more, in what was said in that language."""
        own = "\n".join(_phrases(self._texts, code))
        return [
            phrase
            for phrase in _phrases(self._texts, "en")
            if len(phrase) >= 8 and " " in phrase and phrase in said and phrase not in own
        ]


def _phrases(texts: Texts, code: str) -> set[str]:
    pieces = Pieces()
    for entry in texts.of(code).values():
        pieces.visit(entry.node)
    return {line.strip() for piece in pieces.found for line in piece.splitlines()}


class Pieces(visitor.Visitor):
    """The literal pieces of texts."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802  # Fluent's
        """Note a piece."""
        self.found.add(node.value)


@pytest.fixture(scope="session")
def leaks(texts: Texts) -> Leaks:
    """Finds English where another language should be."""
    return Leaks(texts)
