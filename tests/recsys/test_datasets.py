"""Files of ratings and items are read, or refused with the line that is wrong."""

from pathlib import Path

import numpy as np
import pytest

from recsys.datasets import (
    ItemText,
    Rating,
    dataset,
    movie_texts,
    read_items,
    read_movielens,
    read_ratings,
    read_split,
)
from recsys.errors import DatasetBroken, DatasetMissing, SplitEmpty

HEAD = "user_id,item_id,rating\n"


def written(path: Path, text: str) -> Path:
    """A file with this text."""
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def movielens(tmp_path: Path) -> Path:
    """A folder of two users and six films."""
    rows = [f"1,{film},4.5,0" for film in range(1, 7)] + [f"2,{film},2,0" for film in range(1, 7)]
    written(tmp_path / "ratings.csv", "userId,movieId,rating,timestamp\n" + "\n".join(rows))
    written(
        tmp_path / "movies.csv",
        "movieId,title,genres\n"
        '1,"Alien, The (1979)",Horror|Sci-Fi\n2,Untitled,(no genres listed)\n',
    )
    written(tmp_path / "tags.csv", "userId,movieId,tag,timestamp\n1,1,Scary,0\n2,1,dull,0\n")
    return tmp_path


def test_movielens_folder(movielens: Path) -> None:
    """Users with five likes count; films nobody described have an empty text."""
    data = read_movielens(movielens)
    assert list(data.users) == ["1"]
    assert len(data.items) == 6
    texts = dict(zip(data.items, data.texts, strict=True))
    assert texts["1"] == ItemText("Alien, The (1979)", tags=("horror", "sci-fi"), year=1979)
    assert texts["1"].name == "Alien, The"
    assert texts["2"].tags == ()
    assert texts["6"] == ItemText()


def test_the_numbering_tells_nothing() -> None:
    """Users and items are numbered alike whatever the order of the rows, and not in that order."""
    rows = [
        Rating(f"u{user}", f"i{item}", 5.0) for user in range(0, 400, 8) for item in range(user + 5)
    ]
    one, other = dataset(rows, {}), dataset(rows[::-1], {})
    assert (one.users, one.items) == (other.users, other.items)
    counts = one.opinions.likes.counts()
    assert abs(np.corrcoef(counts, np.arange(len(counts)))[0, 1]) < 0.2
    places = [f"i{item}" for item in range(397)]
    assert {*one.items} == {*places}
    assert one.items != places


def test_tags_of_some_users_only(movielens: Path) -> None:
    """Tags by others than those asked for do not count."""
    texts = movie_texts(movielens, user_tags=True, taggers={"2"})
    assert texts["1"].tags == ("horror", "sci-fi", "dull")


def test_items_of_others(tmp_path: Path) -> None:
    """Tags are parted by bars or semicolons, years stand alone or behind the title."""
    path = written(
        tmp_path / "items.csv",
        "item_id,title,tags,year\na,One (1999),x|Y,\nb,Two,p; q,2001.0\nc,Three,,soon\n",
    )
    texts = read_items(path)
    assert texts["a"].tags == ("x", "y")
    assert [texts[name].year for name in "abc"] == [1999, 2001, None]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("user_id,item_id\n1,2\n", 1, "rating"),
        (HEAD + "1,2,4\n1,3,four\n", 3, "rating"),
        (HEAD + "1,,4\n", 2, "user_id, item_id"),
        ("", 1, "rating"),
    ],
    ids=["no such column", "no number", "no item", "nothing"],
)
def test_broken_ratings(tmp_path: Path, text: str, line: int, column: str) -> None:
    """What is wrong is named by file, line and column."""
    path = written(tmp_path / "ratings.csv", text)
    with pytest.raises(DatasetBroken) as caught:
        read_ratings(path)
    assert (caught.value.path, caught.value.line, caught.value.column) == (path, line, column)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(DatasetMissing) as caught:
        read_movielens(tmp_path)
    assert caught.value.path == tmp_path / "ratings.csv"


def test_split_of_others(tmp_path: Path) -> None:
    """Members may be in the training or not; items without a training like are cold."""
    train = written(tmp_path / "a.csv", HEAD + "u,x,5\nu,y,5\nv,x,5\nv,y,1\n")
    told = written(tmp_path / "b.csv", HEAD + "w,x,5\nw,y,2\n")
    wanted = written(tmp_path / "c.csv", HEAD + "w,z,5\nu,z,5\nw,q,1\n")
    items = written(tmp_path / "i.csv", "item_id,title\nz,New\nn,Never seen\n")
    split = read_split(train, told, wanted, items, 0.0)
    stranger, known = split.fold.cases
    assert stranger.rater is None
    assert known.rater in {0, 1}
    ids = np.array(split.items)
    assert ids[stranger.items].tolist() == ["x"]
    assert sorted(ids[known.items].tolist()) == ["x", "y"]
    titles = {item: text.title for item, text in zip(ids, split.texts, strict=True) if text.title}
    assert titles == {"z": "New", "n": "Never seen"}
    assert sorted(ids[split.fold.cold].tolist()) == ["n", "q", "z"]
    assert sorted(ids[split.fold.unseen].tolist()) == ["n", "q", "z"]
    low = read_split(train, told, wanted, items, 0.5).fold
    weights = dict(zip(ids[low.cases[0].items], low.cases[0].weights.tolist(), strict=True))
    assert weights == {"x": 1.1, "y": 0.5}


def test_split_without_anything_to_find(tmp_path: Path) -> None:
    """The file that leaves nothing to do is named."""
    train = written(tmp_path / "a.csv", HEAD + "u,x,5\nu,y,1\n")
    empty = written(tmp_path / "c.csv", HEAD + "w,x,1\n")
    with pytest.raises(SplitEmpty) as caught:
        read_split(train, train, empty, None, 0.0)
    assert caught.value.path == empty
