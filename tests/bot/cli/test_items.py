"""`warmer items`, `warmer baskets` and `warmer recs status`, as an operator uses them."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.local.server import LocalDiscord

Run = Callable[..., Any]


@pytest.fixture
def run(warmer: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `warmer` on a database of the test's own, without an encoder, whose start takes long."""
    monkeypatch.setenv("WARMER_ENCODER", "http")

    def use(*arguments: str, **more: str) -> Any:
        return warmer(*arguments, "--database", "taste.sqlite3", **more)

    return use


@pytest.fixture
def films() -> Path:
    """A file of three films in the working folder."""
    path = Path("films.csv")
    path.write_text("external_id,title,year,tags\na,Sea,1999,wet|blue\nb,Moon,2005,\nc,Sun,1980,\n")
    return path


@pytest.fixture
def filled(run: Run, films: Path) -> Run:
    """The same on a database with these films on a shelf."""
    assert (
        run(
            "items", "import", str(films), "--shelf", "films", "--server", "900", "--new-server"
        ).code
        == 0
    )
    return run


def test_import_says_what_it_did(run: Run, films: Path) -> None:
    """The first run adds, the second finds all as before; the server need be named once only."""
    first = run("items", "import", str(films), "--shelf", "Films", "--server", "console")
    assert first.out.startswith("3 added, 0 changed, 0 as before. No encoder is installed")
    again = run("items", "import", str(films), "--shelf", "films", "--json")
    assert json.loads(again.out)["same"] == 3
    assert again.err == ""


def test_server_must_be_clear(run: Run, films: Path) -> None:
    """Where nobody has played and none is named, there is no place for a shelf."""
    ended = run("items", "import", str(films), "--shelf", "films")
    assert ended.code == 2
    assert "Copy Server ID" in ended.err
    assert "--server console" in ended.err


def test_server_that_is_not_known(filled: Run, films: Path) -> None:
    """A server's id that was typed wrong makes no server; one that is meant to be new does."""
    ended = filled("items", "import", str(films), "--shelf", "films", "--server", "123456789")
    assert ended.code == 2
    assert "knows no server 123456789; it knows 900" in " ".join(ended.err.split())
    assert filled("items", "import", str(films), "--shelf", "films").code == 0
    ended = filled("items", "export", "x.csv", "--shelf", "films", "--server", "9")
    assert (ended.code, "--new-server" in ended.err) == (2, True)
    assert "neither a server's id" in filled("items", "list", "--server", "here").err


def test_console_has_a_name(run: Run, films: Path) -> None:
    """The console's server can be filled before it was ever used, and keeps this machine's zone."""
    assert run("items", "import", str(films), "--shelf", "films", "--server", "console").code == 0
    [shelf] = json.loads(run("items", "list", "--json").out)
    assert shelf["server"] == str(LocalDiscord(identity="play").guild_id)


def test_broken_rows_are_told_one_by_one(filled: Run, films: Path) -> None:
    """Each has its line, what is wrong and what to do; the exit code is that of damaged data."""
    films.write_text(films.read_text() + "d,,1,\na,Again,soon,\n")
    ended = filled("items", "import", str(films), "--shelf", "films")
    assert (ended.code, ended.out) == (65, "")
    assert "films.csv, line 5: title is empty. Fill it in." in ended.err
    assert "films.csv, line 6: year 'soon' is no number." in ended.err
    assert "--skip-broken" in ended.err
    skipped = filled("items", "import", str(films), "--shelf", "films", "--skip-broken")
    assert (skipped.code, "2 problems left out" in skipped.out) == (0, True)


def test_dry_run(run: Run, films: Path) -> None:
    """All is checked, and no shelf comes of it."""
    ended = run("items", "import", str(films), "--shelf", "x", "--server", "console", "--dry-run")
    assert ended.out == "3 items are in order. Nothing was written.\n"
    assert json.loads(run("items", "list", "--json").out) == []


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (None, 66, "There is no file gone.csv."),
        (b"", 65, "nothing to import"),
        (b"title\nCaf\xe9\n", 65, "not text in UTF-8 (from byte 9 on)"),
        (b"name of it,year\nA,1\n", 65, "has no column title"),
    ],
    ids=["missing", "empty", "latin-1", "no title"],
)
def test_files_that_are_none(run: Run, content: bytes | None, code: int, words: str) -> None:
    """A file that cannot be read is one clear line, and nothing is written."""
    path = Path("gone.csv")
    if content is not None:
        path.write_bytes(content)
    ended = run("items", "import", str(path), "--shelf", "films", "--server", "console")
    assert ended.code == code
    assert words in ended.complaint


def test_folder_of_something_else(run: Run) -> None:
    """A folder without a known data set is refused."""
    Path("folder").mkdir()
    ended = run("items", "import", "folder", "--shelf", "films", "--server", "console")
    assert ended.code == 66
    assert "goodbooks-10k" in ended.complaint


def test_export_and_list(filled: Run) -> None:
    """What is exported is what was imported, in both formats."""
    assert filled("items", "export", "copy.csv", "--shelf", "films").code == 0
    assert filled("items", "export", "copy.jsonl", "--shelf", "films").code == 0
    rows = json.loads(filled("items", "list", "--shelf", "films", "--json").out)
    assert rows[0] == {"external_id": "a", "title": "Sea", "year": 1999, "tags": ["wet", "blue"]}
    for copy in ("copy.csv", "copy.jsonl"):
        told = filled("items", "import", copy, "--shelf", "films", "--json")
        assert json.loads(told.out)["same"] == 3
    [shelf] = json.loads(filled("items", "list", "--json").out)
    assert (shelf["shelf"], shelf["items"], shelf["server"]) == ("films", 3, "900")
    assert "Moon" in filled("items", "list", "--shelf", "films").out


def test_remove(filled: Run) -> None:
    """By external id or title; where one is not there, none goes."""
    ended = filled("items", "remove", "a", "Nothing", "--shelf", "films")
    assert ended.code == 65
    assert "nothing called 'Nothing'" in ended.complaint
    assert filled("items", "remove", "a", "moon", "--shelf", "films").out == "Removed 2 items.\n"
    rows = json.loads(filled("items", "list", "--shelf", "films", "--json").out)
    assert [row["title"] for row in rows] == ["Sun"]


def test_remove_takes_whole_titles(filled: Run) -> None:
    """A word of a title is not enough to take something away."""
    Path("more.csv").write_text("title\nHarbour Lights\n")
    filled("items", "import", "more.csv", "--shelf", "films")
    ended = filled("items", "remove", "harbour", "--shelf", "films")
    assert "nothing called 'harbour'. Did you mean Harbour Lights?" in ended.complaint
    ended = filled("items", "remove", "Harbour Lights", "--shelf", "films")
    assert ended.out == "Removed 1 item.\n"


def test_import_again_leaves_removed_what_was(filled: Run, films: Path) -> None:
    """It is counted, and --restore brings it back."""
    filled("items", "remove", "a", "--shelf", "films")
    again = filled("items", "import", str(films), "--shelf", "films")
    assert "0 added, 0 changed, 2 as before. 1 stays removed (--restore" in again.out
    back = filled("items", "import", str(films), "--shelf", "films", "--restore")
    assert "0 added, 1 changed, 2 as before." in back.out


def test_open_quote_is_told(filled: Run) -> None:
    """A quote that is never closed costs its own row, and no other."""
    rows = [f"Film {n},About {n}" for n in range(50)]
    rows[10] = 'Film 10,"never closed'
    Path("q.csv").write_text("\n".join(["title,description", *rows]))
    ended = filled("items", "import", "q.csv", "--shelf", "films")
    assert ended.code == 65
    assert "1 problem in q.csv, so nothing was written:" in ended.err
    assert "q.csv, line 12: the row has a quote that is not closed" in ended.err
    assert "Mend it, or leave what is broken out with --skip-broken: 49 items remain." in ended.err
    skipped = filled("items", "import", "q.csv", "--shelf", "films", "--skip-broken")
    assert skipped.out.startswith("49 added, 0 changed, 0 as before. 1 problem left out.")


def test_ratings_off_the_scale_are_told_with_the_scale(filled: Run) -> None:
    """It says what a rating may be, and what would remain."""
    Path("ml").mkdir()
    Path("ml/movies.csv").write_text("movieId,title,genres\n1,Heat (1995),Crime\n")
    Path("ml/ratings.csv").write_text("userId,movieId,rating\n1,1,9\n2,1,5\n")
    ended = filled("items", "import", "ml", "--shelf", "films")
    assert "rating 9 is out of range: 0.5 to 5, in steps of a half." in ended.err
    assert "--skip-broken: 1 item and 1 rating remain." in ended.err
    done = filled("items", "import", "ml", "--shelf", "films", "--skip-broken")
    assert "1 rating of 1 member. 1 problem left out." in done.out


def test_files_that_cannot_be_written(filled: Run) -> None:
    """The folder or the file that was named is told, not one that is written aside."""
    ended = filled("items", "export", "gone/copy.csv", "--shelf", "films")
    assert (ended.code, "no folder gone to write into" in ended.complaint) == (73, True)
    Path("taken.csv").mkdir()
    ended = filled("items", "export", "taken.csv", "--shelf", "films")
    assert ended.code == 73
    assert ended.complaint.startswith("warmer: Cannot write taken.csv: ")


def test_pipes_and_broken_json_are_told(filled: Run) -> None:
    """Each with what to do instead."""
    os.mkfifo("pipe")
    ended = filled("items", "import", "pipe", "--shelf", "films")
    assert (ended.code, "no plain file" in ended.complaint) == (66, True)
    Path("x.json").write_text('[{"title": "A"},\n{"title": }]')
    ended = filled("items", "import", "x.json", "--shelf", "films", "--skip-broken")
    assert (ended.code, "broken JSON in line 2" in ended.complaint) == (65, True)


def test_pool(filled: Run, films: Path) -> None:
    """A shelf is pooled, tells with how many others, and learns alone again."""
    assert "No other server has pooled" in filled("items", "pool", "--shelf", "films").out
    where = ("--shelf", "films", "--server", "901")
    filled("items", "import", str(films), *where, "--new-server")
    ended = filled("items", "pool", *where)
    assert ended.out == "The shelf films is pooled now, with 1 other shelf.\n"
    again = filled("items", "pool", *where)
    assert again.out == "The shelf films is pooled already, with 1 other shelf.\n"
    alone = filled("items", "pool", *where, "--stop")
    assert alone.out == "The shelf films learns alone now.\n"


def test_rename_and_delete_a_shelf(filled: Run) -> None:
    """Deleting says first what goes, and does nothing without a yes."""
    ended = filled("items", "rename-shelf", "films", "Movies")
    assert ended.out == "The shelf films is called movies now.\n"
    for lines in ("n\n", "\n"):
        refused = filled("items", "delete-shelf", "movies", lines=lines)
        assert (refused.code, "nothing was deleted" in refused.err) == (1, True)
        assert "With the shelf movies of server 900 go 3 items, its baskets" in refused.out
    assert filled("items", "delete-shelf", "movies", "--yes").code == 0
    assert json.loads(filled("items", "list", "--json").out) == []


def test_unknown_shelf(filled: Run) -> None:
    """A shelf that is not there is told with those that are."""
    ended = filled("items", "export", "copy.csv", "--shelf", "books")
    assert ended.code == 65
    assert "There are: films." in ended.complaint


def test_baskets(filled: Run) -> None:
    """Baskets name items; one that is unknown stops them unless it may be left out."""
    Path("baskets.csv").write_text("basket,items\nx,a|Moon\ny,c|Stars\n")
    ended = filled("baskets", "import", "baskets.csv", "--shelf", "films")
    assert ended.code == 65
    assert "line 3: items 'Stars'" in ended.err
    assert "leave all broken baskets out with --skip-broken: 1 basket remains." in ended.err
    skipped = filled("baskets", "import", "baskets.csv", "--shelf", "films", "--skip-broken")
    assert skipped.out == "1 basket. 1 problem left out, with 1 basket.\n"


def test_status_tells_what_a_fit_is_worth(run: Run) -> None:
    """Beside popularity once enough is known, and honestly not before."""
    folder = Path("ml")
    folder.mkdir()
    titles = [f"{n},Film {n} (1999),{'Drama' if n < 15 else 'War'}" for n in range(30)]
    (folder / "movies.csv").write_text("\n".join(["movieId,title,genres", *titles]) + "\n")
    ratings = [
        f"{user},{15 * (user % 2) + (user + 2 * step) % 15},5"
        for user in range(40)
        for step in range(7)
    ]
    (folder / "ratings.csv").write_text("\n".join(["userId,movieId,rating", *ratings]) + "\n")
    done = run("items", "import", "ml", "--shelf", "films", "--server", "console")
    assert "280 ratings of 40 members." in done.out
    assert "never" in run("recs", "status").out
    [row] = json.loads(run("recs", "status", "--fit", "--json").out)
    quality = row["fit"]["quality"]
    assert (row["opinions"], row["fit"]["raters"], quality["members"]) == (280, 40, 8)
    assert quality["ndcg10"] > quality["popular_ndcg10"]
    assert f"{quality['ndcg10']:.3f}" in run("recs", "status").out


def test_status_tells_of_every_fit(run: Run, filled: Run) -> None:
    """A fit has a number, a moment, what it was of and what it found; none is told too."""
    before = run("recs", "status").out
    assert "never" in before
    [first] = json.loads(run("recs", "status", "--fit", "--json").out)
    [second] = json.loads(run("recs", "status", "--fit", "--json").out)
    assert second["fit"]["number"] > first["fit"]["number"]
    assert second["fit"]["tuning"]["dials"]["regularisation"] == 200
    told = run("recs", "status").out
    assert f"number {second['fit']['number']}" in told
    assert second["fit"]["at"][:10] in told
    assert "not measured" in told
    assert "learned 0 opinions of 0 raters on 3 items" in told
    assert "regularisation" in told


def test_status_of_nothing(run: Run) -> None:
    """Without a shelf it says how to get one."""
    assert run("db", "upgrade").code == 0
    assert "items import" in run("recs", "status").out
