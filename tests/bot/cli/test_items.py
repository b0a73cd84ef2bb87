"""`warmer items`, `warmer baskets` and `warmer recs status`, as an operator uses them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def run(warmer: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `warmer` on a database of the test's own, without an encoder, whose start takes long."""
    monkeypatch.setenv("WARMER_ENCODER", "http")

    def use(*arguments: str) -> Any:
        return warmer(*arguments, "--database", "taste.sqlite3")

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
    assert run("items", "import", str(films), "--shelf", "films", "--server", "900").code == 0
    return run


def test_import_says_what_it_did(run: Run, films: Path) -> None:
    """The first run adds, the second finds all as before; the server need be named once only."""
    first = run("items", "import", str(films), "--shelf", "Films", "--server", "900")
    assert first.out.startswith("3 added, 0 changed, 0 as before. No encoder is installed")
    again = run("items", "import", str(films), "--shelf", "films", "--json")
    assert json.loads(again.out)["same"] == 3
    assert again.err == ""


def test_server_must_be_clear(run: Run, films: Path) -> None:
    """Where nobody has played and none is named, there is no place for a shelf."""
    ended = run("items", "import", str(films), "--shelf", "films")
    assert ended.code == 2
    assert "--server" in ended.err


def test_broken_rows_are_told_one_by_one(filled: Run, films: Path) -> None:
    """Each has its line, what is wrong and what to do; the exit code is that of damaged data."""
    films.write_text(films.read_text() + "d,,1,\na,Again,soon,\n")
    ended = filled("items", "import", str(films), "--shelf", "films")
    assert (ended.code, ended.out) == (65, "")
    assert "films.csv, line 5: title is empty. Fill it in." in ended.err
    assert "films.csv, line 6: year 'soon' is no number." in ended.err
    assert "--skip-broken" in ended.err
    skipped = filled("items", "import", str(films), "--shelf", "films", "--skip-broken")
    assert (skipped.code, "2 rows left out" in skipped.out) == (0, True)


def test_dry_run(run: Run, films: Path) -> None:
    """All is checked, and no shelf comes of it."""
    ended = run("items", "import", str(films), "--shelf", "x", "--server", "9", "--dry-run")
    assert ended.out == "3 rows are in order. Nothing was written.\n"
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
    ended = run("items", "import", str(path), "--shelf", "films", "--server", "900")
    assert ended.code == code
    assert words in ended.complaint


def test_folder_of_something_else(run: Run) -> None:
    """A folder without a known data set is refused."""
    Path("folder").mkdir()
    ended = run("items", "import", "folder", "--shelf", "films", "--server", "900")
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
    skipped = filled("baskets", "import", "baskets.csv", "--shelf", "films", "--skip-broken")
    assert skipped.out == "2 baskets. 1 rows left out.\n"


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
    done = run("items", "import", "ml", "--shelf", "films", "--server", "900")
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
