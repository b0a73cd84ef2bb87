"""`warmer recs evaluate` measures splits, and says what is wrong with files."""

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from bot.cli.failures import explain
from bot.cli.main import app

HEAD = "user_id,item_id,rating\n"
METHODS = {"Warmer", "popularity", "item-kNN", "EASE"}


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMER_DATABASE", str(tmp_path / "warmer.sqlite3"))
    monkeypatch.setenv("WARMER_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def split(tmp_path: Path) -> list[str]:
    """The options that name a split of forty members with two kinds of taste."""
    rng = np.random.default_rng(0)
    rows: dict[str, list[str]] = {"train": [], "fold-in": [], "held-out": []}
    for user in range(40):
        kind = 30 * (user % 2)
        liked = rng.permutation(30)[:12] + kind
        parts = {"train": liked} if user < 30 else {"fold-in": liked[:9], "held-out": liked[9:]}
        for part, items in parts.items():
            rows[part] += [f"{user},{item},5" for item in items]
    options = []
    for part, lines in rows.items():
        path = tmp_path / f"{part}.csv"
        path.write_text(HEAD + "\n".join(lines), "utf-8")
        options += [f"--{part}", str(path)]
    return options


def invoke(*arguments: str) -> tuple[int, str, str]:
    """The exit code, and what was printed; failures as `warmer` explains them."""
    result = CliRunner().invoke(app, ["recs", "evaluate", *arguments])
    failure = explain(result.exception) if result.exception else None
    if failure:
        return failure.code, result.stdout, failure.text
    return result.exit_code, result.stdout, result.stderr


def test_split_of_others_as_json(split: list[str]) -> None:
    """Every method's figures come as JSON, with the differences and their intervals."""
    code, printed, _ = invoke(*split, "--no-text", "--json")
    assert code == 0
    found = json.loads(printed)["all"]
    assert found.keys() >= METHODS
    for name in METHODS:
        assert found[name]["members"] == 10
        assert 0 <= found[name]["ndcg10"]["mean"] <= 1
    low, high = found["popularity"]["ours_less_this_ndcg10"][1:]
    assert low < found["popularity"]["ours_less_this_ndcg10"][0] < high


def test_split_of_others_as_tables(split: list[str]) -> None:
    """Without --json there are tables with errors and paired differences."""
    code, printed, _ = invoke(*split, "--no-text")
    assert code == 0
    assert "NDCG@100" in printed
    assert "Paired differences" in printed


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (None, 66, "There is no file"),
        ("user,item\n1,2\n", 65, "line 1"),
        (HEAD + "1,2,many\n", 65, "line 2: there is no usable rating"),
        (HEAD, 65, "holds nothing"),
    ],
    ids=["missing", "wrong columns", "no number", "empty"],
)
def test_bad_files(split: list[str], text: str | None, code: int, said: str) -> None:
    """What is wrong with which file is said in one line, with its own exit code."""
    held_out = Path(split[-1])
    if text is None:
        held_out.unlink()
    else:
        held_out.write_text(text, "utf-8")
    found, _, told = invoke(*split, "--no-text")
    assert found == code
    assert said in told
    assert "held-out.csv" in told


@pytest.mark.parametrize("each", [1, 3, 9], ids=["one", "three", "nine"])
@pytest.mark.parametrize("split", ["strong", "weak", "cold"])
def test_folder_with_too_little_in_it(tmp_path: Path, each: int, split: str) -> None:
    """Where too few like enough there is nothing to measure, and that is said in one line."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    films = [f"{n},Film {n} (1999),Drama" for n in range(9)]
    (folder / "movies.csv").write_text("\n".join(["movieId,title,genres", *films]))
    ratings = [f"{user},{n},5" for user in range(each) for n in range(each if each < 9 else 4)]
    (folder / "ratings.csv").write_text("\n".join(["userId,movieId,rating", *ratings]))
    code, _, told = invoke(str(folder), "--split", split, "--no-text")
    assert code == 65
    assert told.startswith(f"{folder} holds nothing that could be measured")


@pytest.mark.parametrize(
    "arguments", [[], ["--train", "a.csv"], ["folder", "--train", "a.csv"]], ids=len
)
def test_what_to_measure_is_named_once(arguments: list[str]) -> None:
    """Neither a folder nor all of three files is wrong usage."""
    assert invoke(*arguments)[0] == 2
