"""Files of items are read row by row: what is good as items, what is not as problems."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recsys.exporting import write_items
from recsys.faults import (
    BadJson,
    CannotWrite,
    Fault,
    FileEmpty,
    FolderMissing,
    NoColumn,
    NotAFile,
    NotText,
    Problem,
)
from recsys.nouns import Item
from recsys.parsing import DESCRIPTION, Row, read_items


def read(path: Path, text: str | bytes) -> list[Row | Problem]:
    """What comes of a file with that content."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_items(path))


def items(found: list[Row | Problem]) -> list[Item]:
    """The items of the good rows."""
    return [row.item for row in found if isinstance(row, Row)]


def faults(found: list[Row | Problem]) -> list[tuple[int, str, Fault]]:
    """Where what is wrong."""
    return [(x.line, x.column, x.fault) for x in found if isinstance(x, Problem)]


def test_every_column_is_read(tmp_path: Path) -> None:
    """Names of columns may differ in case, and others are passed over."""
    found = read(
        tmp_path / "x.csv",
        "External ID,Title,overview,Genres,year,url,image,stock\n"
        'a, The  Sea ,"Deep, and\nblue","Drama|sea; Drama",1999,https://x.org/a,,7\n',
    )
    assert items(found) == [
        Item(0, "a", "The Sea", "Deep, and\nblue", ("drama", "sea"), 1999, "https://x.org/a")
    ]


def test_json_lines_are_read(tmp_path: Path) -> None:
    """Tags may be a list, and blank lines do not count but for their number."""
    found = read(tmp_path / "x.jsonl", '{"title": "A", "tags": ["x", "y"]}\n\n{"title": 7}\n[1]\n{')
    assert items(found) == [Item(0, "a", "A", tags=("x", "y")), Item(0, "7", "7")]
    assert faults(found) == [(4, "", Fault.NOT_JSON), (5, "", Fault.NOT_JSON)]


def test_each_wrong_row_is_told_with_its_line(tmp_path: Path) -> None:
    """A row that is wrong hinders no other; lines are counted through quoted line ends."""
    found = read(
        tmp_path / "x.csv",
        "title,description,year,url,tags\n"
        'A,"one\ntwo",1999,,\n'
        ",b,,,\n"
        "C,,soon,,\n"
        "D,,1999.5,,\n"
        "E,,99999,,\n"
        "F,,,ftp://x,\n"
        f"{'g' * 201},,,,\n"
        f"H,,,,{'|'.join(map(str, range(51)))}\n"
        "I,,,,,too,many\n"
        "J,,-750,,\n",
    )
    assert [item.title for item in items(found)] == ["A", "J"]
    assert faults(found) == [
        (4, "title", Fault.MISSING),
        (5, "year", Fault.NOT_A_NUMBER),
        (6, "year", Fault.OUT_OF_RANGE),
        (7, "year", Fault.OUT_OF_RANGE),
        (8, "url", Fault.NOT_A_LINK),
        (9, "title", Fault.TOO_LONG),
        (10, "tags", Fault.TOO_MANY),
        (11, "", Fault.TOO_MANY_FIELDS),
    ]


def test_nested_json_is_no_text(tmp_path: Path) -> None:
    """A list or a truth where a text should stand is told."""
    found = read(tmp_path / "x.jsonl", '{"title": ["A"]}\n{"title": "B", "year": true}\n')
    assert faults(found) == [(1, "title", Fault.WRONG_TYPE), (2, "year", Fault.WRONG_TYPE)]


def test_long_descriptions_are_shortened(tmp_path: Path) -> None:
    """One of 100 kB is cut at the end of a word, and that is noted."""
    text = "word " * 20_000
    [row] = read(tmp_path / "x.csv", f"title,description\nA,{text}\nB,short\n")[:1]
    assert isinstance(row, Row)
    assert row.item.description.endswith("word…")
    assert DESCRIPTION - 10 < len(row.item.description) <= DESCRIPTION
    assert row.note is not None
    assert (row.note.fault, row.note.found) == (Fault.SHORTENED, str(len(text) - 1))


@pytest.mark.parametrize("content", ["", "\n \n", "title,year\n"], ids=["none", "blank", "header"])
def test_nothing_in_a_file(tmp_path: Path, content: str) -> None:
    """A file without rows is told apart from one whose rows are wrong."""
    with pytest.raises(FileEmpty):
        read(tmp_path / "x.csv", content)


@pytest.mark.parametrize("padding", [0, 1 << 20, (1 << 20) - 7])
def test_other_encodings_are_told_by_the_byte(tmp_path: Path, padding: int) -> None:
    """The first byte that is not UTF-8 is named, wherever it lies."""
    head = b"title\n" + b"a" * padding + b"\n"
    with pytest.raises(NotText) as error:
        read(tmp_path / "x.csv", head + "Café noir\n".encode("latin-1"))
    assert error.value.at == len(head) + 3


def test_missing_column_is_named(tmp_path: Path) -> None:
    """A table needs titles; what it has instead is told."""
    with pytest.raises(NoColumn) as error:
        read(tmp_path / "x.csv", "film,year\nA,1999\n")
    assert (error.value.column, error.value.found) == ("title", ("film", "year"))


def test_open_quote_swallows_nothing(tmp_path: Path) -> None:
    """A quote that is never closed is told with the line it began in, and the rest is read."""
    rows = [f"Film {n},About {n},{1990 + n % 9}" for n in range(2000)]
    rows[100] = 'Film 100,"An unclosed description,1990'
    found = read(tmp_path / "x.csv", "\n".join(["title,description,year", *rows]))
    assert faults(found) == [(102, "", Fault.OPEN_QUOTE)]
    assert [item.title for item in items(found)] == [f"Film {n}" for n in range(2000) if n != 100]


@pytest.mark.parametrize(
    ("last", "lines"),
    [
        ('Film 9,"closed, later",1990', [3]),
        ('Film 9,"He said ""no"" twice",1990', [3]),
        ('Film 9,"He said "no" once",1990', [3, 11]),
    ],
    ids=["closed", "doubled", "undoubled"],
)
def test_open_quote_before_quoted_rows(tmp_path: Path, last: str, lines: list[int]) -> None:
    """A later quote does not hide it: only the rows that are broken themselves are left out."""
    rows = [f"Film {n},About {n},1990" for n in range(9)]
    rows[1] = 'Film 1,"Unclosed,1990'
    found = read(tmp_path / "x.csv", "\n".join(["title,description,year", *rows, last]))
    assert faults(found) == [(line, "", Fault.OPEN_QUOTE) for line in lines]
    assert len(items(found)) == 10 - len(lines)


def test_rest_of_a_broken_text_is_no_row(tmp_path: Path) -> None:
    """Where a text of several lines is broken, its other lines are told and make no items."""
    text = 'title,description\nA,"one\ntwo "so" three\nfour"\nB,fine\nC\n'
    found = read(tmp_path / "x.csv", text)
    assert faults(found) == [(line, "", Fault.OPEN_QUOTE) for line in (2, 3, 4)]
    assert [item.title for item in items(found)] == ["B", "C"]


def test_quoted_text_without_end_is_given_up(tmp_path: Path) -> None:
    """After a thousand lines a quote is taken for an open one, wherever it may close."""
    text = "\n".join(["title,description", 'A,"one', *(f"B{n},two" for n in range(1500)), 'C,x"'])
    found = read(tmp_path / "x.csv", text)
    assert faults(found) == [(2, "", Fault.OPEN_QUOTE)]
    assert len(items(found)) == 1501
    long = 'title,description\nA,"' + "line\n" * 900 + '"\nB,two\n'
    assert [item.title for item in items(read(tmp_path / "y.csv", long))] == ["A", "B"]


@pytest.mark.parametrize("mark", [";", "\t"], ids=["semicolons", "tabs"])
def test_other_separators_are_read(tmp_path: Path, mark: str) -> None:
    """Spreadsheets write semicolons in many countries; tabs come from the clipboard."""
    lines = ["id;title;description;tags;year", 'a;Sea;"Wet; and, blue";x|y;1999', "b; Moon;;;"]
    text = "\n".join(line.replace(";", mark) for line in lines)
    assert items(read(tmp_path / "x.csv", text)) == [
        Item(0, "a", "Sea", f"Wet{mark} and, blue".replace("\t", "\t"), ("x", "y"), 1999),
        Item(0, "b", "Moon"),
    ]


def test_blank_cells_too_many_are_passed_over(tmp_path: Path) -> None:
    """Spreadsheets end short rows with empty cells."""
    assert len(items(read(tmp_path / "x.csv", "title,year\nA,1999,,\n\nB,,\n"))) == 2


def test_header_of_several_lines(tmp_path: Path) -> None:
    """A heading may be broken in two where it is quoted; an open quote in it is no header."""
    [item] = items(read(tmp_path / "x.csv", 'title,"what\nabout",year\nA,b,1999\n'))
    assert (item.title, item.year) == ("A", 1999)
    with pytest.raises(NoColumn):
        read(tmp_path / "x.csv", 'title,"what about,year\nA,b,1999\n')


def test_json_array_is_read(tmp_path: Path) -> None:
    """Each element is told with the line it begins in."""
    text = '[\n {"title": "A", "tags": ["x"]},\n\n {"title": "B",\n  "year": 1}, 7, {"x": 1}\n]\n'
    found = read(tmp_path / "x.json", text)
    assert items(found) == [Item(0, "a", "A", tags=("x",)), Item(0, "b-1", "B", year=1)]
    assert faults(found) == [(5, "", Fault.NOT_JSON), (5, "title", Fault.MISSING)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[{"title": "A"}\n{"title": "B"}]', 2),
        ('[{"title": "A"},\n\n]', 3),
        ('[{"title": "A"},\n{"title": ]', 2),
        ('[{"title": "A"}]\n[]', 1),
        ('[{"title": "A"}', 1),
        ("[" * 100_000, 1),
    ],
    ids=["no comma", "comma too many", "no value", "goes on", "no end", "too deep"],
)
def test_broken_json_array_is_refused(tmp_path: Path, text: str, line: int) -> None:
    """Nothing after the fault could be made out, so it is no row that might be skipped."""
    with pytest.raises(BadJson) as error:
        read(tmp_path / "x.json", text)
    assert error.value.line == line


def test_empty_json_array(tmp_path: Path) -> None:
    """It holds nothing, as an empty table does."""
    with pytest.raises(FileEmpty):
        read(tmp_path / "x.json", "[ ]")


def test_pipes_are_refused(tmp_path: Path) -> None:
    """What can be read only once is told, and so is a folder."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(NotAFile):
            list(read_items(path))


def test_exports_name_the_file_that_was_asked_for(tmp_path: Path) -> None:
    """Not the one that is written aside; where it cannot be written nothing is left behind."""
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(FolderMissing) as missing:
        write_items([Item(0, "a", "A")], tmp_path / "gone" / "x.csv")
    assert missing.value.path == tmp_path / "gone"
    with pytest.raises(CannotWrite) as error:
        write_items([Item(0, "a", "A")], tmp_path / "taken.csv")
    assert error.value.path == tmp_path / "taken.csv"
    assert [path.name for path in tmp_path.iterdir()] == ["taken.csv"]


_words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
_tag = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=20)


@st.composite
def _item(draw: st.DrawFn) -> dict[str, object]:
    lines = st.lists(_words, max_size=3).map("\n".join)
    return {
        "external_id": draw(_words),
        "title": draw(_words.filter(lambda text: text.strip())),
        "description": draw(lines),
        "tags": draw(st.lists(_tag, max_size=4)),
        "year": draw(st.none() | st.integers(-5000, 2200)),
        "url": draw(st.none() | st.just("https://example.org/a?b=c,d")),
    }


@given(rows=st.lists(_item(), min_size=1, max_size=6), suffix=st.sampled_from([".csv", ".jsonl"]))
@example(rows=[{"title": "A", "year": 0}], suffix=".csv")
@example(rows=[{"title": "A", "year": 0}], suffix=".jsonl")
def test_what_is_written_is_read_the_same(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]], suffix: str
) -> None:
    """Items come back from both formats as they were, whatever stands in them."""
    folder = tmp_path_factory.mktemp("round")
    source, copy = folder / "in.jsonl", folder / f"out{suffix}"
    first = items(read(source, "\n".join(json.dumps(row) for row in rows)))
    if first:
        assert write_items(first, copy) == len(first)
        assert items(list(read_items(copy))) == first
        assert sorted(path.name for path in folder.iterdir()) == ["in.jsonl", copy.name]
