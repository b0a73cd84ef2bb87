"""Words for what is wrong in a file that is imported, and what to do about it."""

from collections.abc import Sequence

from bot.cli.counting import counted
from recsys.faults import Fault, ImportBroken, Problem
from recsys.nouns import Item

_WORDS = {
    Fault.MISSING: "is empty. Fill it in.",
    Fault.TOO_LONG: "is longer than {limit} characters ({found}). Shorten it.",
    Fault.TOO_MANY: "has {found}, and {limit} are allowed. Keep the best.",
    Fault.NOT_A_NUMBER: "{found!r} is no number. Write one, or leave it empty.",
    Fault.OUT_OF_RANGE: "{found} is out of range: {least:g} to {limit:g}{step}.",
    Fault.NOT_A_LINK: "{found!r} is no link. It begins with https:// or is left empty.",
    Fault.NOT_A_TIME: "{found} is no moment. Write seconds since 1970, or leave it empty.",
    Fault.DUPLICATE: "{found!r} stands in line {limit} already. Keep one of the two.",
    Fault.NOT_JSON: "is no JSON object: {found}. Write one object a line.",
    Fault.WRONG_TYPE: "{found} is neither text nor number. Write it as text.",
    Fault.TOO_MANY_FIELDS: "has more than {limit} fields ({found}). Put texts with a separator "
    'in them in quotes: "so, like this".',
    Fault.OPEN_QUOTE: "has a quote that is not closed, or an undoubled one inside a quoted text "
    '({found}). Close it, or double it: "a ""so-called"" text".',
    Fault.UNKNOWN_ITEM: "{found!r} is on no line of the items, or a title of several. "
    "Use its external id, or import it first.",
    Fault.SHORTENED: "had {found} characters and is kept up to {limit}.",
}
_STEPS = {"rating": ", in steps of a half", "year": ", without decimals"}


def problem_words(problem: Problem) -> str:
    """Where it is, what is wrong, and what to do."""
    said = _WORDS[problem.fault].format(
        found=problem.found,
        limit=problem.limit,
        least=problem.least,
        step=_STEPS.get(problem.column, ""),
    )
    column = problem.column or "the row"
    return f"{problem.file}, line {problem.line:,}: {column} {said}"


def broken_words(error: ImportBroken) -> str:
    """All that is wrong with a file, a line each, and what to do."""
    lines = [problem_words(one) for one in error.problems if one.fault is not Fault.SHORTENED]
    more = error.broken - len(lines)
    if more > 0:
        lines.append(f"and {more:,} more.")
    problems = counted(error.broken, "problem")
    return "\n".join(
        [
            f"{problems} in {error.path}, so nothing was written:",
            *(f"  {line}" for line in lines),
            _remedy(error),
        ]
    )


def _remedy(error: ImportBroken) -> str:
    this = "it" if error.broken == 1 else "them"
    kept = {"item": error.items, "rating": error.ratings, "basket": error.baskets}
    parts = [counted(number, noun) for noun, number in kept.items() if number]
    if not parts:
        return f"Mend {this}; there is nothing else in the file."
    out = "all broken baskets" if error.baskets else "what is broken"
    remain = "remains" if sum(kept.values()) == 1 else "remain"
    return f"Mend {this}, or leave {out} out with --skip-broken: {' and '.join(parts)} {remain}."


def near_words(text: str, near: Sequence[Item]) -> str:
    """That nothing has that name, and what has one like it."""
    said = f"There is nothing called {text!r}."
    return said + (f" Did you mean {', '.join(item.title for item in near)}?" if near else "")
