"""The use cases of shelves, on a real database."""

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from game.model import Server
from recsys.faults import Fault, FileEmpty, ImportBroken, UnknownFolder
from recsys.importing import member_of
from recsys.library import SUGGESTIONS, Library
from recsys.nouns import ItemStatus, Shelf, Verdict
from recsys.refusals import (
    AlreadyThere,
    AmbiguousTitle,
    BadField,
    BadShelfName,
    EmptyShelf,
    NotSuggested,
    ShelfNameTaken,
    TooManySuggestions,
    UnknownItem,
    UnknownShelf,
)
from store.baskets import SqlBaskets
from store.engine import Database
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, THERE, ANNE = 900, 901, 7_100_000_000_000_000_001


class Counting:
    """An encoder that counts the texts it has to encode."""

    def __init__(self) -> None:
        self._encoder = ToyEncoder()
        self.model_id, self.dimension = self._encoder.model_id, self._encoder.dimension
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors."""
        self.encoded += len(texts)
        return self._encoder.encode(texts)


@pytest.fixture
def encoder() -> Counting:
    """The encoder behind the library."""
    return Counting()


@pytest.fixture
def library(sqlite_database: Database, encoder: Counting) -> Library:
    """The use cases."""

    def host(server_id: int) -> None:
        with SqlGameStore(sqlite_database).working() as work:
            work.add_server(Server(server_id, "UTC", 7, date(2026, 11, 1)))
            work.commit()

    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    return Library(
        SqlShelves(sqlite_database), SqlBaskets(sqlite_database), lambda: service, lambda: NOW, host
    )


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of items."""

    def write(*rows: str, name: str = "films.csv") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(rows) + "\n")
        return path

    return write


@pytest.fixture
def films(file: Callable[..., Path]) -> Path:
    """Three films, of which two have the same title."""
    return file("external_id,title,year", "a,Sea,1999", "b,Sea,2005", "c,The Moon,1980")


def test_import_and_again(library: Library, films: Path, encoder: Counting) -> None:
    """A second run changes nothing and encodes nothing; a change encodes what changed."""
    done = library.import_items(HERE, " Films ", films)
    assert (done.written.added, done.encoded) == (3, 3)
    first = encoder.encoded
    again = library.import_items(HERE, "films", films)
    assert (again.written.same, again.written.changed, encoder.encoded) == (3, 0, first)
    films.write_text(films.read_text().replace("The Moon", "The Sun"))
    assert library.import_items(HERE, "films", films).written.changed == 1
    assert encoder.encoded == first + 1  # a bare title is the whole text, too
    shelf = library.shelf(HERE, "FILMS")
    assert [item.title for item in library.items(shelf)] == ["Sea", "Sea", "The Sun"]


def test_broken_rows_stop_everything(library: Library, file: Callable[..., Path]) -> None:
    """Three wrong rows of a long file are told, and not even the shelf is made."""
    rows = [f"{n},Film {n},1999" for n in range(5000)]
    rows[700], rows[2500], rows[4999] = "700,,1999", "2500,Film,soon", "12,Again,1999"
    broken = file("id,title,year", *rows)
    with pytest.raises(ImportBroken) as error:
        library.import_items(HERE, "films", broken)
    assert [(x.line, x.column, x.fault) for x in error.value.problems] == [
        (702, "title", Fault.MISSING),
        (2502, "year", Fault.NOT_A_NUMBER),
        (5001, "external_id", Fault.DUPLICATE),
    ]
    assert (error.value.broken, error.value.items, error.value.problems[2].limit) == (3, 4997, 14)
    with pytest.raises(UnknownShelf):
        library.shelf(HERE, "films")
    done = library.import_items(HERE, "films", broken, skip_broken=True)
    assert (done.written.added, done.broken) == (4997, 3)


def test_dry_run_writes_nothing(library: Library, films: Path, encoder: Counting) -> None:
    """It tells how many rows there are; nothing is encoded either."""
    assert library.import_items(HERE, "films", films, dry_run=True).rows == 3
    assert library.shelves(HERE) == []
    assert encoder.encoded == 0


def test_without_any_good_row(library: Library, file: Callable[..., Path]) -> None:
    """Where all rows are wrong there is nothing to skip to."""
    with pytest.raises(FileEmpty):
        library.import_items(HERE, "films", file("title,year", ",1999"), skip_broken=True)


def test_progress_is_told(library: Library, films: Path) -> None:
    """The stages come in order, and each ends where all is done."""
    told: list[tuple[str, int, int | None]] = []
    library.import_items(HERE, "films", films, progress=lambda *one: told.append(one))
    assert list(dict.fromkeys(told)) == [
        ("encoding", 3, 3), ("preparing", 3, 3), ("writing", 3, 3), ("storing", 1, 1),
    ]  # fmt: skip


def test_shelf_names(library: Library, films: Path) -> None:
    """A name has letters and is not too long; the fullest shelf is the one meant without any."""
    for bad in ("", " ", "!?", "x" * 33):
        with pytest.raises(BadShelfName):
            library.open_shelf(HERE, bad)
    with pytest.raises(UnknownShelf):
        library.shelf(HERE)
    library.open_shelf(HERE, "Board Games")
    library.import_items(HERE, "films", films)
    assert library.shelf(HERE).name == "films"
    with pytest.raises(UnknownShelf) as error:
        library.shelf(HERE, "book")
    assert [*error.value.known] == ["films", "board games"]
    with pytest.raises(UnknownShelf):
        library.shelf(THERE, "films")


def test_what_a_text_means(library: Library, films: Path) -> None:
    """A title, or words of one; where that is not clear the choices are told."""
    library.import_items(HERE, "films", films)
    assert library.named(HERE, "the MOON").external_id == "c"
    assert library.named(HERE, "moon").external_id == "c"
    with pytest.raises(AmbiguousTitle) as error:
        library.named(HERE, "sea")
    assert [item.year for item in error.value.choices] == [1999, 2005]
    for nothing in ("sun", "", "?!"):
        with pytest.raises(UnknownItem):
            library.named(HERE, nothing)
    [moon] = list(library.find(HERE, "moon"))
    assert library.item(HERE, moon.id) == moon
    with pytest.raises(UnknownItem):
        library.item(THERE, moon.id)


def test_words_of_titles_begin_words(library: Library, file: Callable[..., Path]) -> None:
    """What stands in the middle of a word is no word, and `exactly` takes the whole title only."""
    titles = ("A Cupboard of Secrets", "Moonlight", "Sea I", "Sea II")
    library.import_items(HERE, "films", file("title", *titles))
    for exactly in (False, True):
        with pytest.raises(AmbiguousTitle):
            library.named(HERE, "sea", exactly=exactly)
    with pytest.raises(UnknownItem):
        library.named(HERE, "up")
    assert library.named(HERE, "moon").title == "Moonlight"
    with pytest.raises(UnknownItem) as error:
        library.named(HERE, "moon", exactly=True)
    assert [item.title for item in error.value.near] == ["Moonlight"]
    assert library.named(HERE, "moonlight", exactly=True).title == "Moonlight"


def test_titles_are_understood_as_they_are_shown(
    library: Library, films: Path, file: Callable[..., Path]
) -> None:
    """A year in brackets tells two of a name apart, and may be part of a title itself."""
    library.import_items(HERE, "films", films)
    library.import_items(HERE, "films", file("title,year", "Heat (again),1995", "Ran (2),"))
    assert library.named(HERE, "Sea (2005)").external_id == "b"
    assert library.named(HERE, "the moon (1980) ", exactly=True).external_id == "c"
    assert library.named(HERE, "heat again (1995)").year == 1995
    assert library.named(HERE, "Ran (2)").title == "Ran (2)"
    for nothing in ("Sea (1998)", "(1999)", "Sea (1999) II"):
        with pytest.raises(UnknownItem):
            library.named(HERE, nothing, exactly=True)


def test_parts_of_titles_are_names(library: Library, file: Callable[..., Path]) -> None:
    """What stands in brackets, and what is left without it, names a thing; a whole title first."""
    titles = (
        '"Counterfeiters, The (Die Fälscher)",2007', "The Road Warrior (Mad Max 2),1981",
        "Seven (a.k.a. Se7en),1995", "Seven,1979", "Solaris (Solyaris),1972", "Solaris (US),2002",
    )  # fmt: skip
    library.import_items(HERE, "films", file("title,year", *titles))
    for text, year in {
        "the counterfeiters": 2007, "Die Fälscher": 2007, "Counterfeiters, The": 2007,
        "The Counterfeiters (2007)": 2007, "The Road Warrior": 1981, "mad max 2": 1981,
        "Road Warrior, The (Mad Max 2)": 1981, "Se7en": 1995, "Seven": 1979,
        "Seven (1995)": 1995, "Solyaris": 1972,
    }.items():  # fmt: skip
        assert library.named(HERE, text, exactly=True).year == year
    with pytest.raises(AmbiguousTitle) as error:
        library.named(HERE, "Solaris", exactly=True)
    assert {item.year for item in error.value.choices} == {1972, 2002}


def test_years_stand_once(library: Library, file: Callable[..., Path]) -> None:
    """A year that is in the title and in its column is kept as the year; the id is as it was."""
    library.import_items(HERE, "films", file("title,year", "Heat (1995),1995", "Ran (2),1985"))
    heat, ran = library.items(library.shelf(HERE, "films"))
    assert (heat.title, heat.year, heat.external_id) == ("Heat", 1995, "heat-1995-1995")
    assert ran.title == "Ran (2)"


def test_export_brings_back_the_same(library: Library, films: Path, tmp_path: Path) -> None:
    """A shelf that was exported and imported elsewhere holds the same items."""
    library.import_items(HERE, "films", films)
    copy = tmp_path / "copy.csv"
    assert library.export(library.shelf(HERE, "films"), copy) == 3
    library.import_items(THERE, "films", copy)
    here, there = (
        [replace(x, id=0, shelf_id=0) for x in library.items(library.shelf(server, "films"))]
        for server in (HERE, THERE)
    )
    assert here == there
    with pytest.raises(EmptyShelf):
        library.export(library.open_shelf(HERE, "books"), copy)
    assert copy.read_text().count("\n") == 4


def test_suggest_and_decide(library: Library, films: Path) -> None:
    """A suggestion waits, is decided on once, and is none where the item is there."""
    library.import_items(HERE, "films", films)
    shelf = library.shelf(HERE, "films")
    wish = library.suggest(shelf, ANNE, "The Rain", tags="drama, wet", year=2001)
    assert (wish.status, wish.tags) == (ItemStatus.SUGGESTED, ("drama", "wet"))
    assert library.suggestions(shelf) == [wish]
    with pytest.raises(AlreadyThere):
        library.suggest(shelf, ANNE, "the rain", year=2001)
    with pytest.raises(BadField):
        library.suggest(shelf, ANNE, " ")
    assert library.approve(wish.id).status is ItemStatus.LIVE
    for decide in (library.approve, library.decline):
        with pytest.raises(NotSuggested):
            decide(wish.id)
    other = library.suggest(shelf, ANNE, "The Fog")
    assert library.decline(other.id).status is ItemStatus.REMOVED
    for number in range(SUGGESTIONS):
        library.suggest(shelf, ANNE, f"Film {number}")
    with pytest.raises(TooManySuggestions):
        library.suggest(shelf, ANNE, "One more")


def test_wish_for_what_stands_there_with_a_year(
    library: Library, film_of_1995: Callable[[], Shelf]
) -> None:
    """Without a year it is the same as the one there; with another year it is something else."""
    shelf = film_of_1995()
    for year in (None, 1995):
        with pytest.raises(AlreadyThere) as error:
            library.suggest(shelf, ANNE, "HEAT", year=year)
        assert error.value.item.year == 1995
    assert library.suggest(shelf, ANNE, "Heat", year=1986).status is ItemStatus.SUGGESTED


@pytest.fixture
def film_of_1995(library: Library, file: Callable[..., Path]) -> Callable[[], Shelf]:
    """Puts one film on a shelf."""

    def put() -> Shelf:
        row = "tt113277,Heat,Cops,crime,1995"
        library.import_items(HERE, "films", file("id,title,description,tags,year", row))
        return library.shelf(HERE, "films")

    return put


def test_what_was_removed_may_be_wished_for(
    library: Library, film_of_1995: Callable[[], Shelf]
) -> None:
    """It is suggested again as the item it was, with what was known of it; declined, once more."""
    shelf = film_of_1995()
    [heat] = library.items(shelf)
    library.remove(shelf, [heat.id])
    again = library.suggest(shelf, ANNE, "heat", tags="robbers")
    assert again == replace(
        heat, title="heat", tags=("robbers",), status=ItemStatus.SUGGESTED, suggested_by=ANNE
    )
    library.decline(again.id)
    assert library.suggest(shelf, ANNE, "Heat").id == heat.id
    assert library.approve(heat.id).status is ItemStatus.LIVE


def test_import_leaves_removed_what_was(library: Library, films: Path, encoder: Counting) -> None:
    """The same file again does not bring back what an admin removed, unless that is asked for."""
    library.import_items(HERE, "films", films)
    shelf = library.shelf(HERE, "films")
    library.remove(shelf, [library.items(shelf)[0].id])
    again = library.import_items(HERE, "films", films).written
    assert (again.added, again.changed, again.same, again.removed) == (0, 0, 2, 1)
    assert len(library.items(shelf)) == 2
    back = library.import_items(HERE, "films", films, restore=True).written
    assert (back.changed, back.same, back.removed) == (1, 2, 0)
    assert len(library.items(shelf)) == 3


def test_shelf_is_renamed(library: Library, films: Path) -> None:
    """It keeps its items and its kind; another shelf's name is refused, and so is a bad one."""
    library.import_items(HERE, "films", films)
    shelf, books = library.shelf(HERE, "films"), library.open_shelf(HERE, "books")
    renamed = library.rename(shelf, " Movies ")
    assert renamed == replace(shelf, name="movies") == library.shelf(HERE, "movies")
    assert len(library.items(renamed)) == 3
    with pytest.raises(ShelfNameTaken):
        library.rename(renamed, "books")
    with pytest.raises(BadShelfName):
        library.rename(renamed, "?!")
    assert library.delete(books)
    assert library.rename(renamed, "books").name == "books"
    with pytest.raises(UnknownShelf):
        library.rename(books, "novels")


@pytest.fixture
def movielens(file: Callable[..., Path]) -> Path:
    """A folder as MovieLens has them."""
    file("movieId,title,genres", '1,"Matrix, The (1999)",Action|Sci-Fi',
         "2,Heat (1995),(no genres listed)", name="ml/movies.csv")  # fmt: skip
    file("userId,movieId,tag,timestamp", "7,1,Dystopia,1", name="ml/tags.csv")
    ratings = ("7,1,4.5,1100000000", "7,2,3.0,1100000000", "8,1,0.5,1100000000")
    return file("userId,movieId,rating,timestamp", *ratings, name="ml/ratings.csv").parent


def test_movielens_folder(library: Library, movielens: Path, sqlite_database: Database) -> None:
    """Films with genres, year and tags; ratings as opinions of members whom Discord lacks."""
    done = library.import_items(HERE, "films", movielens)
    assert (done.written.added, done.ratings, done.members) == (2, 3, 2)
    shelf = library.shelf(HERE, "films")
    matrix, heat = library.items(shelf)
    assert (matrix.title, matrix.year, matrix.tags) == (
        "The Matrix", 1999, ("action", "sci-fi", "dystopia")
    )  # fmt: skip
    assert (heat.title, heat.year, heat.tags) == ("Heat", 1995, ())
    assert (matrix.added, heat.added) == (None, None)  # they were there before their ratings
    member = member_of("7", "films:movielens")
    assert member < 0
    told = SqlOpinions(sqlite_database).of_member(shelf.id, member)
    assert {(x.item_id, x.stars, x.verdict) for x in told} == {
        (matrix.id, 4.5, Verdict.LIKE), (heat.id, 3.0, Verdict.LOW)
    }  # fmt: skip
    library.import_items(HERE, "films", movielens)
    assert len(SqlOpinions(sqlite_database).of_member(shelf.id, member)) == 2


def test_films_of_movielens_alone(library: Library, movielens: Path) -> None:
    """Its movies.csv is known wherever it lies; what the folder brought is found again in it."""
    alone = movielens.parent / "downloaded.csv"
    alone.write_text(
        (movielens / "movies.csv").read_text() + '3,"Boot, Das (Boat, The) (1981)",War\n'
    )
    library.import_items(HERE, "films", movielens)
    done = library.import_items(HERE, "films", alone).written
    assert (done.added, done.changed) == (1, 1)  # a user's tag is not in it
    shelf = library.shelf(HERE, "films")
    assert [(x.external_id, x.title, x.year, x.tags) for x in library.items(shelf)] == [
        ("1", "The Matrix", 1999, ("action", "sci-fi")),
        ("2", "Heat", 1995, ()),
        ("3", "Das Boot (The Boat)", 1981, ("war",)),
    ]


def test_titles_written_anew_are_no_new_items(library: Library, movielens: Path) -> None:
    """An item whose title stood otherwise on the shelf, of the same id, takes the new one."""
    before = movielens.parent / "before.csv"
    before.write_text('external_id,title,year\n1,"Matrix, The",1999\n')
    library.import_items(HERE, "films", before)
    [old] = library.items(library.shelf(HERE, "films"))
    library.import_items(HERE, "films", movielens)
    matrix, _ = library.items(library.shelf(HERE, "films"))
    assert (old.id, matrix.title) == (matrix.id, "The Matrix")


def test_wrong_ratings_are_told(library: Library, movielens: Path) -> None:
    """A rating off the scale, of an unknown film or of nobody stops the import."""
    with (movielens / "ratings.csv").open("a") as file:
        file.write("8,2,6.0,1\n8,2,4.2,1\n8,99,4,1\n,1,4,1\n8,1,good,1\n8,1,,1\n")
    with pytest.raises(ImportBroken) as error:
        library.import_items(HERE, "films", movielens)
    assert [(x.file, x.line, x.fault) for x in error.value.problems] == [
        ("ratings.csv", 5, Fault.OUT_OF_RANGE), ("ratings.csv", 6, Fault.OUT_OF_RANGE),
        ("ratings.csv", 7, Fault.UNKNOWN_ITEM), ("ratings.csv", 8, Fault.MISSING),
        ("ratings.csv", 9, Fault.NOT_A_NUMBER), ("ratings.csv", 10, Fault.MISSING),
    ]  # fmt: skip
    assert library.shelves(HERE) == []


def test_goodbooks_folder(library: Library, file: Callable[..., Path]) -> None:
    """Books with authors, year, picture, and what readers tagged them with most."""
    head = "book_id,goodreads_book_id,authors,original_publication_year,title,image_url"
    file(head, "1,2767,Homer,-750.0,The Odyssey,https://x.org/1.jpg", name="gb/books.csv")
    file("tag_id,tag_name", "5,epic-poetry", "6,to-read", name="gb/tags.csv")
    file("goodreads_book_id,tag_id,count", "2767,6,3", "2767,5,9", name="gb/book_tags.csv")
    folder = file("user_id,book_id,rating", "1,1,5", name="gb/ratings.csv").parent
    done = library.import_items(HERE, "books", folder)
    assert (done.written.added, done.ratings) == (1, 1)
    [book] = library.items(library.shelf(HERE, "books"))
    assert (book.title, book.year, book.description) == ("The Odyssey", -750, "By Homer.")
    assert (book.tags, book.image) == (("epic poetry", "to read"), "https://x.org/1.jpg")


def test_folder_of_something_else(library: Library, tmp_path: Path) -> None:
    """A folder without a data set we know is refused."""
    with pytest.raises(UnknownFolder):
        library.import_items(HERE, "films", tmp_path)


def test_baskets_name_items_by_id_or_title(
    library: Library, films: Path, file: Callable[..., Path], sqlite_database: Database
) -> None:
    """Both spellings of a file work; what is unknown or not clear is told."""
    library.import_items(HERE, "films", films)
    shelf = library.shelf(HERE, "films")
    table = file("basket,items", "x,a|The Moon", "y,b", "y,moon", name="b.csv")
    with pytest.raises(ImportBroken) as error:
        library.import_baskets(shelf, table)
    assert [(x.line, x.found) for x in error.value.problems] == [(4, "moon")]
    done = library.import_baskets(shelf, table, skip_broken=True)
    assert (done.baskets, done.left_out) == (1, 1)
    held = SqlBaskets(sqlite_database).baskets(shelf.id)
    assert [basket.external_id for basket in held] == ["x"]  # of y not even the good line
    lines = file(json.dumps({"basket": "y", "items": ["a", "c", "a"]}), name="b.jsonl")
    library.import_baskets(shelf, lines)
    one, two, three = (item.id for item in library.items(shelf))
    held = {x.external_id: x.item_ids for x in SqlBaskets(sqlite_database).baskets(shelf.id)}
    assert held == {"x": (one, three), "y": (one, three)}
    with pytest.raises(ImportBroken):
        library.import_baskets(shelf, file("basket,item", "z,Sea", name="c.csv"))
    assert two not in held["y"]


def test_broken_baskets_are_left_out_whole(
    library: Library, films: Path, file: Callable[..., Path], sqlite_database: Database
) -> None:
    """One unknown thing, or a line without any, keeps all the rest of its basket out."""
    library.import_items(HERE, "films", films)
    shelf = library.shelf(HERE, "films")
    table = file("basket,items", "good,a|b", "bad,c|Unobtainium", "none,", "bad,a", name="b.csv")
    with pytest.raises(ImportBroken) as error:
        library.import_baskets(shelf, table)
    assert (error.value.broken, error.value.baskets) == (2, 1)
    done = library.import_baskets(shelf, table, skip_broken=True)
    assert (done.baskets, done.left_out, done.broken) == (1, 2, 2)
    held = SqlBaskets(sqlite_database).baskets(shelf.id)
    assert [basket.external_id for basket in held] == ["good"]


def test_shelf_of_our_own(library: Library) -> None:
    """Recipes come with a shelf of what goes into them, and with what goes together."""
    recipes = library.demo(HERE, "recipes")
    assert len(library.items(recipes)) >= 100
    home = library.shelf(HERE, "ingredients")
    assert len(library.baskets.baskets(home.id)) == len(library.items(recipes))
    with pytest.raises(UnknownShelf):
        library.demo(HERE, "games")


def test_large_file(library: Library, tmp_path: Path, sqlite_database: Database) -> None:
    """A large file is imported whole, in one transaction."""
    path = tmp_path / "many.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["id", "title"], *([n, f"Film {n}"] for n in range(30_000))])
    silent = replace(library, encoder=lambda: None)
    done = silent.import_items(HERE, "films", path)
    assert (done.written.added, done.encoded) == (30_000, None)
    [figures] = library.shelves(HERE)
    assert figures.items == 30_000
    states = SqlOpinions(sqlite_database).state([figures.shelf.id])
    assert states[figures.shelf.id].epoch == 1
