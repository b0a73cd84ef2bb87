"""Problems found in a form, in Discord's nested `errors` shape."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
Path = tuple[str | int, ...]


class Problems:
    """Collects what is wrong and where; a path is keys and list positions from the body's root."""

    def __init__(self) -> None:
        self.found: list[tuple[Path, str, str]] = []

    def __bool__(self) -> bool:
        return bool(self.found)

    def add(self, path: Path, code: str, message: str) -> None:
        """Note one problem with Discord's code for it."""
        self.found.append((path, code, message))

    def length(self, path: Path, value: object, minimum: int, maximum: int) -> None:
        """Check that a value is text of `minimum` to `maximum` characters."""
        if not isinstance(value, str):
            self.missing(path) if value is None else self.kind(path, "string")
        elif not value and minimum > 0:
            self.missing(path)
        elif len(value) > maximum and minimum > 0:
            self._between(path, minimum, maximum)
        elif len(value) > maximum:
            text = f"Must be {maximum} or fewer in length."
            self.add(path, "BASE_TYPE_MAX_LENGTH", text)
        elif len(value) < minimum:
            self._between(path, minimum, maximum)

    def count(self, path: Path, value: Sequence[Any], minimum: int, maximum: int) -> None:
        """Check the length of a list."""
        if not minimum <= len(value) <= maximum:
            self._between(path, minimum, maximum)

    def within(self, path: Path, value: object, minimum: int, maximum: int) -> None:
        """Check that a value is a whole number between two bounds."""
        if not isinstance(value, int) or isinstance(value, bool):
            self.kind(path, "int")
        elif value < minimum:
            self.add(
                path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {minimum}."
            )
        elif value > maximum:
            self.add(
                path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {maximum}."
            )

    def missing(self, path: Path) -> None:
        """Note that a required field is missing or empty."""
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required")

    def kind(self, path: Path, expected: str) -> None:
        """Note that a value has the wrong JSON type."""
        self.add(path, "BASE_TYPE_BAD_TYPE", f"Expected a value of type {expected}.")

    def one_of(self, path: Path, allowed: Sequence[object]) -> None:
        """Note that a value is none of those allowed."""
        text = ", ".join(str(a) for a in allowed)
        self.add(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{text}}}.")

    def errors(self) -> Json:
        """Return the nested object that Discord puts under `errors`."""
        root: Json = {}
        for path, code, message in self.found:
            node = root
            for key in path:
                node = node.setdefault(str(key), {})
            node.setdefault("_errors", []).append({"code": code, "message": message})
        return root

    def _between(self, path: Path, minimum: int, maximum: int) -> None:
        text = f"Must be between {minimum} and {maximum} in length."
        self.add(path, "BASE_TYPE_BAD_LENGTH", text)
