"""Reading WordNet's database files."""

from pathlib import Path

import pytest

from embedding.words.wordnet import Synset, WordNet, read_wordnet


def test_meanings_come_in_the_order_of_the_index(wordnet: WordNet) -> None:
    """A lemma's meanings come whole, the commonest first."""
    first, second = wordnet.meanings("dog", "n")
    assert first == Synset(("dog", "domestic_dog"), 5, "a member of the genus Canis", ())
    assert second.field == 18
    assert wordnet.meanings("dog", "v") == []
    assert wordnet.meanings("unheard", "n") == []


def test_usage_labels_are_followed(wordnet: WordNet) -> None:
    """A pointer of usage is told by the label's word, other pointers are no labels."""
    [meaning] = wordnet.meanings("lout", "n")
    assert meaning.usages == ("disparagement",)


def test_frames_and_markers_are_no_words(wordnet: WordNet) -> None:
    """A verb's frames are not taken for words, and an adjective keeps its marker of place."""
    [meaning] = wordnet.meanings("stop", "v")
    assert (meaning.words, meaning.usages) == (("stop", "halt"), ())
    assert wordnet.meanings("aware", "a")[0].words == ("aware(p)",)


def test_parts_come_by_use(wordnet: WordNet) -> None:
    """The part of speech most met in tagged text comes first."""
    assert wordnet.parts("run") == ["v", "n"]
    assert wordnet.parts("speedy") == ["a"]
    assert wordnet.parts("unheard") == []


def test_satellites_count_as_adjectives(wordnet: WordNet) -> None:
    """Counts of satellite adjectives are counts of the adjective."""
    assert wordnet.counts["a", "speedy"] == 5


@pytest.mark.parametrize(
    ("form", "part", "bases"),
    [
        ("dogs", "n", ["dog"]),
        ("geese", "n", ["goose"]),
        ("ran", "v", ["run"]),
        ("running", "v", ["run"]),
        ("stopped", "v", ["stop"]),
        ("carries", "v", ["carry"]),
        ("carried", "v", ["carry"]),
        ("dice", "n", []),
        ("river", "n", []),
        ("boys", "n", ["boy"]),
        ("sooner", "r", []),
        ("s", "n", []),
    ],
)
def test_bases_of_inflected_forms(wordnet: WordNet, form: str, part: str, bases: list[str]) -> None:
    """Endings, doubled letters and irregular forms lead to lemmas that there are, to no others."""
    assert wordnet.bases(form, part) == bases


@pytest.mark.parametrize("name", ["data.noun", "index.verb", "adj.exc", "cntlist.rev"])
def test_missing_file_is_an_error(tmp_path: Path, wordnet_folder: Path, name: str) -> None:
    """A folder that lacks a file is not read as a smaller WordNet."""
    for file in wordnet_folder.iterdir():
        if file.name != name:
            (tmp_path / file.name).symlink_to(file)
    with pytest.raises(FileNotFoundError, match=name):
        read_wordnet(tmp_path)
