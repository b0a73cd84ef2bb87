"""`warmer recs demo`: everything the recommender does, in half a minute, here in the terminal."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.prompt import Prompt
from rich.text import Text

from bot.cli import recs_demo_view as view
from bot.cli.recs_demo_stage import YOU, Stage, encoder_installed, staged
from bot.i18n import tongue
from bot.pictures import Shade, Studio
from recsys.demo import TEMPERAMENTS, UNSEEN
from recsys.nouns import HIGHEST, LOWEST, STEP, Item
from recsys.picks import Picks
from recsys.shipped import MOODS

ASKED, WANTED, LONG = 16, 5, 6
_GUESTS, _NEW = 2, 4
_STAPLES = ("butter", "soy-sauce", "lime", "pasta", "parmesan", "chickpeas")


class Demo:
    """One showing: chapter after chapter on the same stage."""

    def __init__(self, stage: Stage, console: Console, seed: int) -> None:
        self._stage, self._console = stage, console
        self._rng = np.random.default_rng(seed)
        self._films = stage.shelves["films"]
        self._chapter = 0

    def play(self, *, ask: bool, picture: Path | None) -> None:
        """Show all chapters; with `ask`, the visitor says what they like."""
        self._rate(self._asked() if ask else self._scripted())
        first = self._recommend()
        self._one_more(first)
        self._newcomer()
        self._movie_night()
        self._nearby(ask=ask)
        self._kitchen()
        self._map(picture)

    def _heading(self, title: str, note: str = "") -> None:
        self._chapter += 1
        self._console.print(view.heading(self._chapter, title, note))

    def _rate(self, given: Sequence[tuple[Item, float]]) -> None:
        for item, value in given:
            self._stage.tastes.rate(item, YOU, value)
        self._console.print(view.ratings(given))

    def _asked(self) -> list[tuple[Item, float]]:
        """Ask for stars until five films are rated, or the films to ask about run out."""
        self._heading("You rate a few films", "stars from 1 to 5; Enter for what you don't know")
        found = self._stage.tastes.recommend(
            self._films, [YOU], self._rng, number=ASKED, dial=0.5, surprise=False
        )
        given: list[tuple[Item, float]] = []
        for pick in found.picks:
            if len(given) == WANTED:
                break
            said = _stars(self._console, pick.item)
            if said is not None:
                given.append((pick.item, said))
        return given or self._scripted()

    def _scripted(self) -> list[tuple[Item, float]]:
        """Four films that a temperament drawn by the seed loves, and one that it does not."""
        kind = TEMPERAMENTS[int(self._rng.integers(len(TEMPERAMENTS)))]
        self._heading("You rate five films", f"as one of the {kind.name} would")
        items = [
            item
            for item in self._stage.library.items(self._films)
            if item.external_id not in UNSEEN
        ]
        loves = np.array([len({*item.tags} & {*kind.loves}) for item in items], dtype=float)
        avoids = np.array([len({*item.tags} & {*kind.avoids}) for item in items], dtype=float)
        liked = np.argsort(avoids - loves, kind="stable")[:24]
        low = np.argsort(loves - avoids, kind="stable")[:12]
        chosen = [*self._rng.choice(liked, WANTED - 1, replace=False), self._rng.choice(low)]
        return list(zip((items[n] for n in chosen), (5.0, 4.5, 5.0, 4.0, 2.0), strict=True))

    def _recommend(self) -> Picks:
        self._heading("What to watch next", "each with what it owes to which of your ratings")
        found = self._list()
        self._console.print(view.picks(found))
        return found

    def _one_more(self, first: Picks) -> None:
        """Rate the first pick, show what that changes, and take it back to prove the because."""
        seen = first.picks[0].item
        self._heading("You like the first one", "a rating counts at once")
        start = time.perf_counter()
        self._stage.tastes.rate(seen, YOU, 5.0)
        found = self._list()
        spent = 1000 * (time.perf_counter() - start)
        self._console.print(f" ★★★★★ {seen.title}: stored, learned and ranked anew in "
                            f"[orange1]{spent:.0f} ms[/]", highlight=False)  # fmt: skip
        self._console.print(view.picks(found, [pick.item.id for pick in first.picks]))
        self._prove(found.picks[0].item, seen)

    def _prove(self, item: Item, seen: Item) -> None:
        tastes = self._stage.tastes
        self._heading(f"Why {item.title}?", "the amounts add up; nothing is made up")
        before = tastes.explain(item, YOU)
        self._console.print(view.explanation(before))
        owed = next(one.amount for one in before.reasons if one.item.id == seen.id)
        tastes.undo(self._films, YOU, seen.id)
        after = tastes.explain(item, YOU).score
        tastes.rate(seen, YOU, 5.0)
        self._console.print(
            f" Take {seen.title} back, and the score falls by {before.score - after:.10f}; "
            f"it was said to add {owed:.10f}.", style="italic", highlight=False,
        )  # fmt: skip

    def _newcomer(self) -> None:
        """Show where items come that no member has ever rated."""
        everything = self._list(number=10_000, dial=0.0)
        total = len(everything.picks)
        cold = [(place, x) for place, x in enumerate(everything.picks, 1) if x.cold]
        self._heading("New on the shelf", "films that nobody has rated find their place")
        for place, pick in cold[:_NEW]:
            about = ", ".join(pick.shared[:3]) or "nothing you like so far"
            self._console.print(f" [bold]{pick.item.title}[/] [grey58]{pick.item.year}[/] comes in "
                                f"at [orange1]{place}[/] of {total}: {about}",
                                highlight=False)  # fmt: skip

    def _movie_night(self) -> None:
        names = {number: member.name for number, member in self._stage.members.items()}
        invited = sorted(names)
        guests = [invited[n] for n in self._rng.choice(len(invited), _GUESTS, replace=False)]
        party = {YOU: "You"} | {guest: names[guest] for guest in guests}
        said = " and ".join(
            f"{names[guest]} of the {self._stage.members[guest].temperament}" for guest in guests
        )
        self._heading("Movie night", f"one list for you, {said}")
        found = self._stage.tastes.recommend(
            self._films, list(party), self._rng, number=4, surprise=False
        )
        for place, pick in enumerate(found.picks, 1):
            self._console.print(Text.assemble(f" {place}  ", view.named(pick.item)))
        self._console.print(view.suits(found, party))

    def _nearby(self, *, ask: bool) -> None:
        tastes = self._stage.tastes
        liked = [one.item for one in tastes.opinions(self._films, YOU) if (one.opinion.stars or 0)
                 >= 4]  # fmt: skip
        self._heading("Alike, and by meaning")
        if liked:
            found = tastes.similar(liked[-1], 3)
            self._console.print(view.found_items(f"like {liked[-1].title}", found))
        mood = str(self._rng.choice(MOODS))
        for shelf in ("films", "books"):
            found = tastes.search(self._stage.shelves[shelf], mood, 3)
            self._console.print(view.found_items(f"“{mood}”, {shelf}", found))
        if ask and encoder_installed():
            own = Prompt.ask(
                " Say what you are in the mood for",
                console=self._console,
                default="",
                show_default=False,
            )
            if own.strip():
                found = tastes.search(self._films, own, 4)
                self._console.print(view.found_items(f"“{own.strip()}”", found))

    def _kitchen(self) -> None:
        self._heading("Pairs and swaps", "learned from what 141 dishes are made of")
        items = {x.id: x for x in self._stage.library.items(self._stage.shelves["ingredients"])}
        for name in self._rng.choice(_STAPLES, 2, replace=False):
            item = self._stage.titled("ingredients", str(name))
            known = self._stage.relations
            self._console.print(view.relations(item, known.goes_with(item.id, 4),
                                               known.instead_of(item.id, 4), items))  # fmt: skip

    def _map(self, picture: Path | None) -> None:
        self._heading("Your taste", "where it lies on the shelf, and what sets you apart")
        found = self._stage.tastes.portrait(self._films, YOU)
        self._console.print(view.portrait(found))
        if picture is not None:
            picture.write_bytes(Studio().taste(found, Shade.DARK, tongue("en")).png)
            self._console.print(f" The same as a picture: {picture}", markup=False)

    def _list(self, number: int = LONG, dial: float = 0.25) -> Picks:
        return self._stage.tastes.recommend(
            self._films, [YOU], self._rng, number=number, dial=dial, surprise=False
        )


def show(console: Console, seed: int, *, ask: bool, picture: Path | None) -> None:
    """Build the stage and play. Raises OSError where the picture cannot be written."""
    if picture is not None:
        picture.open("ab").close()  # what cannot be written is told before the show, not after it
    console.print(Padding(Panel(Text.assemble(
        ("Warmer's recommender in half a minute\n", "bold orange1"),
        "A database in memory, three shelves of our own, and members we invented: nothing leaves "
        "this machine, and nothing is kept.",
    ), border_style="orange1"), (1, 0, 0, 0)))  # fmt: skip
    start = time.perf_counter()
    with ExitStack() as stack:
        with console.status(" Putting films, books and recipes up, and inviting members …"):
            stage = stack.enter_context(staged(seed))
        items = sum(len(stage.library.items(shelf)) for shelf in stage.shelves.values())
        console.print(f" {items} items, {len(stage.members)} invented members with "
                      f"{stage.ratings:,} ratings, in {time.perf_counter() - start:.1f} s",
                      style="grey58", highlight=False)  # fmt: skip
        Demo(stage, console, seed).play(ask=ask, picture=picture)
    console.print("\n Your own shelves: [bold]warmer items import FILE --shelf films[/]; then "
                  "members rate on Discord with [bold]/rate[/].\n")  # fmt: skip


def _stars(console: Console, item: Item) -> float | None:
    """What the visitor gives a film; None where they pass it over."""
    while True:
        said = Prompt.ask(Text.assemble(" ", view.named(item)), console=console, default="",
                          show_default=False).strip()  # fmt: skip
        if not said:
            return None
        try:
            given = float(said.replace(",", "."))
        except ValueError:
            given = 0.0
        if LOWEST <= given <= HIGHEST and not given % STEP:
            return given
        console.print(" Stars go from 0.5 to 5 in halves.", style="grey58")
