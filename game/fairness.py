"""The fairness gate: whether a word may be the secret of a puzzle, and if not, why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from embedding.words.neighbors import nearest_rows
from embedding.words.table import WordTable
from game.expected import expected_words, inflects
from game.reach import Reach
from game.scoring import Scores, score

TOP = 50
"""So many nearest words must be clean."""
NEAR = 1000
"""Up to this rank a word counts as near; from here players are told the exact rank."""


class Concern(StrEnum):
    """What can be wrong with a secret."""

    HIDDEN = "hidden"
    NAME = "name"
    FORM = "form"
    PART = "part"
    LENGTH = "length"
    RARE = "rare"
    RUDE_NEAR = "rude_near"
    NAMES_NEAR = "names_near"
    FORMS_NEAR = "forms_near"
    EXPECTED_FAR = "expected_far"
    HUB = "hub"
    ISOLATED = "isolated"


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a concern begins. Set by what a player would mind, then looked at over the pool.

    - `length` and `zipf`: words practically everyone knows and can type. At Zipf 3.2 (1.6 in a
      million) stand *raccoon* and *trampoline*; a third lower, *gauntlet* and *samovar* begin.
    - `rude`: no offensive word may be so near that the way to the secret leads through it.
    - `names`: a word with more names than that among its 50 nearest is read as a name itself.
    - `expected`: share of the words one would think of that must be within rank 1000; chance
      alone brings 3 %. Below it more than half of one's good ideas are answered "cold".
    - `hub`, `isolated`: how many times as often as by chance a word may, or must, be among the
      nearest 100 of others. A hub is near everything, so that heat leads nowhere; to an isolated
      word hardly any other leads.
    """

    length: tuple[int, int] = (3, 10)
    zipf: float = 3.2
    rude: int = 0
    names: int = 5
    expected: float = 0.4
    fewest: int = 3
    hub: float = 5.0
    isolated: float = 0.3


@dataclass(frozen=True, slots=True)
class Reason:
    """One concern, with the words or the figure that show it and the limit that it passes."""

    concern: Concern
    words: tuple[str, ...] = ()
    value: float | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True)
class Fairness:
    """What the gate found about one word; it is fair where there is no reason against it.

    `nearest` is the head of the list players see. `expected` is how many words a person would
    think of were looked at (relations and category by WordNet), `expected_near` the share of them
    within rank 1000 and `expected_rank` their median rank (None where there are none). `reach` is
    how often the word is among the nearest 100 of others, 1 being chance.
    """

    word: str
    reasons: tuple[Reason, ...]
    nearest: tuple[str, ...]
    expected: int
    expected_near: float | None
    expected_rank: float | None
    reach: float
    zipf: float

    @property
    def fair(self) -> bool:
        """The verdict."""
        return not self.reasons


class Gate:
    """Judges words of one table; the first judgement takes about a second longer."""

    def __init__(self, table: WordTable, limits: Limits | None = None) -> None:
        self._table = table
        self._limits = limits or Limits()
        self._reach = Reach(table)

    def judge(self, row: int, scores: Scores | None = None) -> Fairness:
        """Everything about the word of that row; its scores may be handed in where they are known.

        Raises IndexError where there is no such row.
        """
        table, limits = self._table, self._limits
        scores = scores or score(table, row)
        expected = expected_words(table, row)
        ranks = scores.rank[expected]
        near = float((ranks <= NEAR).mean()) if expected else None
        shown = nearest_rows(table, scores.similarity, TOP, (row,))
        top = [other for other in scores.order[: TOP + 1].tolist() if other != row][:TOP]
        reach = self._reach.of(row)
        reasons = [
            *_word_reasons(table, row, limits),
            *_list_reasons(table, row, shown, top, limits),
        ]
        if near is not None and len(expected) >= limits.fewest and near < limits.expected:
            far = [other for other in expected if scores.rank[other] > NEAR]
            reasons.append(Reason(Concern.EXPECTED_FAR, _words(table, far), near, limits.expected))
        if reach > limits.hub:
            reasons.append(Reason(Concern.HUB, (), reach, limits.hub))
        if reach < limits.isolated:
            reasons.append(Reason(Concern.ISOLATED, (), reach, limits.isolated))
        return Fairness(
            word=table.words[row],
            reasons=tuple(reasons),
            nearest=_words(table, shown),
            expected=len(expected),
            expected_near=near,
            expected_rank=float(np.median(ranks)) if expected else None,
            reach=reach,
            zipf=float(table.zipf[row]),
        )


def _word_reasons(table: WordTable, row: int, limits: Limits) -> list[Reason]:
    """What is against the word as such."""
    word, zipf = table.words[row], float(table.zipf[row])
    shortest, longest = limits.length
    head = int(table.families[row])
    wrong = {
        Concern.HIDDEN: bool(table.hidden[row]),
        Concern.NAME: bool(table.name_like[row]),
        Concern.PART: table.parts[row] not in "nva",
    }
    reasons = [Reason(concern) for concern, found in wrong.items() if found]
    if head != row:
        reasons.append(Reason(Concern.FORM, (table.words[head],)))
    if not shortest <= len(word) <= longest:
        limit = shortest if len(word) < shortest else longest
        reasons.append(Reason(Concern.LENGTH, (), len(word), limit))
    if zipf < limits.zipf:
        reasons.append(Reason(Concern.RARE, (), zipf, limits.zipf))
    return reasons


def _list_reasons(
    table: WordTable, row: int, shown: Sequence[int], top: Sequence[int], limits: Limits
) -> list[Reason]:
    """What is against the words near it: `shown` as players see them, `top` whoever they are."""
    reasons = []
    rude = [other for other in top if table.hidden[other]]
    if len(rude) > limits.rude or any(table.hidden[other] for other in shown):
        reasons.append(Reason(Concern.RUDE_NEAR, (), len(rude), limits.rude))  # never said
    names = [other for other in top if table.name_like[other]]
    if len(names) > limits.names or any(table.name_like[other] for other in shown):
        reasons.append(Reason(Concern.NAMES_NEAR, _words(table, names), len(names), limits.names))
    forms = [
        other
        for other in shown
        if table.same_family(other, row) or inflects(table.words[other], table.words[row])
    ]
    if forms:
        reasons.append(Reason(Concern.FORMS_NEAR, _words(table, forms), len(forms), 0))
    return reasons


def _words(table: WordTable, rows: Sequence[int]) -> tuple[str, ...]:
    return tuple(table.words[row] for row in rows)
