"""A small shelf of made-up films, on the stage's server."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.local.exchange import Attachment
from bot.settings import EncoderKind, Settings
from recsys.nouns import Item, Shelf, ShelfKind
from store.shelves import SqlShelves

SPACE = ("space", "robots", "future")
LOVE = ("romance", "letters", "summer")
CRIME = ("crime", "detective", "rain")
FILMS = {
    "Star Dust": SPACE,
    "Iron Orbit": SPACE,
    "The Last Signal": SPACE,
    "Moon Harbour": SPACE,
    "Quiet Gravity": SPACE,
    "Letters in June": LOVE,
    "The Ferry Girl": LOVE,
    "Two Summers": LOVE,
    "A Garden Apart": LOVE,
    "Salt and Lemon": LOVE,
    "The Wet Street": CRIME,
    "Inspector Vane": CRIME,
    "Nine Alibis": CRIME,
    "A Cold Ledger": CRIME,
    "The Grey Umbrella": CRIME,
}


def film(shelf: Shelf, title: str, tags: tuple[str, ...], year: int | None = None) -> Item:
    """A film for a shelf."""
    about = f"A film about {', '.join(tags)}."
    name = title.lower().replace(" ", "-") + (f"-{year}" if year else "")
    return Item(shelf.id, name, title, about, tags, year)


class Films:
    """Puts films on shelves behind the bot's back, and knows their numbers."""

    def __init__(self, stage: Any) -> None:
        self.stage = stage

    @property
    def store(self) -> SqlShelves:
        """The shelves in the database."""
        return SqlShelves(self.stage.app.database)

    def shelf(self, name: str = "films", server_id: int | None = None) -> Shelf:
        """The shelf of that name, made at first sight."""
        here = server_id or self.stage.hall.server_id
        return self.store.open_shelf(here, name, ShelfKind.of(name))

    def put(self, shelf: Shelf, *items: tuple[str, tuple[str, ...], int | None]) -> None:
        """Put films on a shelf."""
        with self.store.importing(shelf.id) as work:
            work.put_items([film(shelf, *item) for item in items])
            work.commit()

    def id(self, title: str, name: str = "films") -> int:
        """The number of a film."""
        found = self.store.items(self.shelf(name).id)
        return next(item.id for item in found if item.title == title)


@pytest.fixture
def settings(database_file: Path, clean_environment: None) -> Settings:
    """The settings of a stage without an encoder: loading one takes longer than all scenes."""
    return Settings(database=str(database_file), workers=2, encoder=EncoderKind.HTTP)


@pytest.fixture
def films() -> Callable[..., Awaitable[Films]]:
    """Fills the films' shelf of a stage; with `only`, with the first so many."""

    async def fill(stage: Any, only: int | None = None) -> Films:
        await stage.use("ann", "board")  # so that the server is known
        made = Films(stage)
        chosen = list(FILMS.items())[:only]
        made.put(made.shelf(), *((title, tags, None) for title, tags in chosen))
        return made

    return fill


@pytest.fixture
def rate() -> Callable[..., Awaitable[Any]]:
    """Lets a member give stars to several films; answers what was said last."""

    async def all_of(stage: Any, member: str, **stars: float) -> Any:
        said = None
        for name, number in stars.items():
            title = name.replace("_", " ")
            said = await stage.use(member, "rate", item=title, stars=float(number))
        return said

    return all_of


@pytest.fixture
async def managed(stage: Any, films: Any) -> Any:
    """A stage with a shelf of films, where ann is an admin."""
    await films(stage)
    stage.hall.appoint("ann")
    return stage


@pytest.fixture
def send(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Lets a member send a file to `/shelf import`, as each stand-in for Discord takes one."""

    async def run(
        stage: Any, text: str | bytes, member: str = "ann", name: str = "films.csv", **more: Any
    ) -> Any:
        content = text.encode() if isinstance(text, str) else text
        given: Any = (name, content)
        if "local" in request.node.callspec.id:
            given = Attachment(77, name, content)
        return await stage.use(member, "shelf import", file=given, **more)

    return run
