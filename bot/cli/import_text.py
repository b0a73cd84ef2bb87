"""Words for what is wrong in a file that is imported, and what to do about it."""

from collections.abc import Sequence

from recsys.faults import Fault, ImportBroken, Problem
from recsys.nouns import Item

_WORDS = {
    Fault.MISSING: "is empty. Fill it in.",
    Fault.TOO_LONG: "is longer than {limit} characters ({found}). Shorten it.",
    Fault.TOO_MANY: "has {found}, and {limit} are allowed. Keep the best.",
    Fault.NOT_A_NUMBER: "{found!r} is no number. Write one, or leave it empty.",
    Fault.OUT_OF_RANGE: "{found} is out of range. Check it.",
    Fault.NOT_A_LINK: "{found!r} is no link. It begins with https:// or is left empty.",
    Fault.DUPLICATE: "{found!r} stands in line {limit} already. Keep one of the two.",
    Fault.NOT_JSON: "is no JSON object: {found}. Write one object a line.",
    Fault.WRONG_TYPE: "{found} is neither text nor number. Write it as text.",
    Fault.TOO_MANY_FIELDS: "has more fields than there are columns ({found}). Quote texts with "
    'commas in them: "so, like this".',
    Fault.UNKNOWN_ITEM: "{found!r} is on no line of the items, or a title of several. "
    "Use its external id, or import it first.",
    Fault.SHORTENED: "had {found} characters and is kept up to {limit}.",
}


def problem_words(problem: Problem) -> str:
    """Where it is, what is wrong, and what to do."""
    said = _WORDS[problem.fault].format(found=problem.found, limit=problem.limit)
    column = problem.column or "the row"
    return f"{problem.file}, line {problem.line}: {column} {said}"


def broken_words(error: ImportBroken) -> str:
    """All that is wrong with a file, a line each, and what to do."""
    lines = [problem_words(one) for one in error.problems if one.fault is not Fault.SHORTENED]
    more = error.broken - len(lines)
    if more > 0:
        lines.append(f"and {more:,} more.")
    return "\n".join(
        [
            f"{error.broken:,} rows of {error.path} are wrong, so nothing was written:",
            *(f"  {line}" for line in lines),
            f"Mend them, or add --skip-broken to import the other {error.good:,} items.",
        ]
    )


def near_words(text: str, near: Sequence[Item]) -> str:
    """That nothing has that name, and what has one like it."""
    said = f"There is nothing called {text!r}."
    return said + (f" Did you mean {', '.join(item.title for item in near)}?" if near else "")
