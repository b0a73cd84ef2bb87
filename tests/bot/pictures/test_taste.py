"""The picture of a member's taste: legible whatever they like, and said in words too."""

import io
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from bot.i18n import tongue
from bot.pictures import Shade, Studio
from bot.pictures.alt import LIMIT
from bot.pictures.taste import _spot, taste_picture
from bot.pictures.taste_alt import taste_alt
from bot.pictures.theme import THEMES
from bot.render.taste import taste_embed
from recsys.nouns import Item, Shelf, ShelfKind
from recsys.picks import Portrait, Region, TagTaste

FILMS = Shelf(1, "films", ShelfKind.FILMS, id=4)
CODES = ("en", "de", "fr")


def portrait(
    liked: int, low: int = 0, *, shelf: Shelf = FILMS, title: str = "A Film of Middling Length",
    tags: int = 6, items: int = 300, close: float = 1.0,
) -> Portrait:  # fmt: skip
    """A taste on a map by chance; `close` draws all places together."""
    rng = np.random.default_rng(liked + items)
    places = {number: tuple(rng.uniform(-close, close, 2).tolist()) for number in range(items)}
    held = [Item(4, f"i{number}", f"{title} {number}", id=number) for number in range(liked + low)]
    telling = tuple(
        TagTaste(f"tag-{number}", 1 - number / 10, 0.3 + number / 10) for number in range(tags)
    )
    homes = tuple(
        Region(f"region-{number}", *rng.uniform(-1, 1, 2).tolist(), 9) for number in range(tags)
    )
    return Portrait(shelf, places, tuple(held[:liked]), tuple(held[liked:]), telling, homes)


TASTES = {
    "nothing": portrait(0, tags=0),
    "one": portrait(1, tags=0, items=1),
    "some": portrait(12, 8),
    "many": portrait(120, 60),
    "crowded": portrait(25, close=0.02),
    "long": portrait(9, title="The Unbearably Long Title of a Film That Never Ends " * 3),
    "unwritable": portrait(5, title="千と千尋の神隠し", shelf=Shelf(1, "アニメ", ShelfKind.OWN)),
    "own": portrait(5, shelf=Shelf(1, "the longest name of a shelf there is " * 2, ShelfKind.OWN)),
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", TASTES)
def test_every_text_can_be_read(kind: str, code: str) -> None:
    """Every text lies on the picture wholly, on no other text, and is large enough."""
    canvas = taste_picture(TASTES[kind], THEMES[Shade.DARK], tongue(code))
    for text, box, style in canvas.texts:
        assert box.inside(canvas.box), text
        assert style.size >= 24, text
    for (one, room, _), (other, another, _) in combinations(canvas.texts, 2):
        assert not room.overlaps(another), (one, other)


@pytest.mark.parametrize("code", CODES)
def test_headings_are_not_cut(code: str) -> None:
    """What the picture itself says has room in every language."""
    shown = (TASTES["some"], TASTES["nothing"])
    for canvas in (taste_picture(x, THEMES[Shade.LIGHT], tongue(code)) for x in shown):
        assert not any(text.endswith("…") for text, box, _ in canvas.texts if box.left > 840)


def test_likes_are_named() -> None:
    """Titles of what is liked stand on the map; of what is not, none."""
    texts = {text for text, *_ in taste_picture(portrait(3, 3), THEMES[Shade.DARK],
                                                tongue("en")).texts}  # fmt: skip
    assert {f"A Film of Middling Length {number}" for number in range(3)} <= texts
    assert "A Film of Middling Length 4" not in texts


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", TASTES)
def test_words_fit(kind: str, code: str) -> None:
    """The picture in words keeps to Discord's limit and begins with what it is of."""
    said = taste_alt(TASTES[kind], tongue(code))
    assert 20 < len(said) <= LIMIT
    assert "  " not in said


def test_words_say_what_is_seen() -> None:
    """Titles, what is left out, where it lies and the telling tags with both shares are said."""
    said = taste_alt(portrait(14), tongue("en"))
    for part in ("Films", "A Film of Middling Length 0", "2 more", "tag-0 100 % against 30 %"):
        assert part in said
    assert "region" in said


@pytest.mark.parametrize("shade", Shade)
def test_studio_draws_a_png(shade: Shade) -> None:
    """The picture is a PNG of its size; the same taste is drawn once, another one anew."""
    studio = Studio()
    picture = studio.taste(TASTES["some"], shade, tongue("en"))
    with Image.open(io.BytesIO(picture.png)) as image:
        assert image.size == (1200, 860)
    assert studio.taste(portrait(12, 8), shade, tongue("en")).png is picture.png
    assert studio.taste(portrait(13, 8), shade, tongue("en")).png != picture.png


def test_no_dot_is_cut() -> None:
    """A dot that a name would touch is left out whole, and no other is."""
    theme = THEMES[Shade.DARK]
    steps = np.linspace(-0.95, 0.95, 41)
    places = {n: (float(x), float(y)) for n, (x, y) in enumerate(product(steps, steps))}
    drawn = Portrait(FILMS, places, (), (), (), (Region("sci-fi", 0.1, 0.1, 9),))
    canvas = taste_picture(drawn, theme, tongue("en"))
    [room] = [box for text, box, _ in canvas.texts if text == "sci-fi"]
    bare = taste_picture(replace(drawn, regions=()), theme, tongue("en"))
    pixels, whole = (_pixels(one.png()) for one in (canvas, bare))
    ground, left_out = np.array(theme.panel), 0
    for x, y in [_spot(place) for place in places.values()]:
        ink = np.s_[round(y) - 3 : round(y) + 4, round(x) - 3 : round(x) + 4]
        if _alike(pixels[ink], whole[ink]):
            continue
        left_out += 1
        beside = np.ones(pixels.shape[:2], bool)
        rows, columns = (
            slice(int(one) - 3, int(other) + 4)
            for one, other in ((room.top, room.bottom), (room.left, room.right))
        )
        beside[rows, columns] = False
        assert _alike(pixels[ink][beside[ink]], ground)
    assert 4 < left_out < 40


def _alike(some: NDArray[np.int64], others: NDArray[np.int64]) -> bool:
    """Whether colours are equal but for what the palette rounds away."""
    return bool((np.abs(some - others).sum(axis=-1) <= 24).all())


def _pixels(png: bytes) -> NDArray[np.int64]:
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"), np.int64)


ALONE = Portrait(
    FILMS,
    {1: (0.0, 0.0)},
    (Item(4, "i1", "A Film", id=1),),
    (),
    (TagTaste("sci-fi", 1.0, 0.3),),
    against_shelf=True,
)


@pytest.mark.parametrize("code", CODES)
def test_compared_with_the_shelf(code: str) -> None:
    """Where others are too few, picture and words speak of the shelf, and never of others."""
    say = tongue(code)
    shown = {text for text, *_ in taste_picture(ALONE, THEMES[Shade.DARK], say).texts}
    assert {say("taste-apart-shelf"), say("taste-on-shelf"), "sci-fi"} <= shown
    assert not {say("taste-apart"), say("taste-others")} & shown
    [field] = taste_embed(ALONE, say, "taste.png").fields
    assert field.name == say("recommend-taste-apart-shelf")
    assert field.value == say("recommend-taste-tag-shelf", tag="sci-fi", mine=100, others=30)
    said = say("taste-alt-tag", tag="sci-fi", mine=100, others=30)
    assert say("taste-alt-tags-shelf", tags=said) in taste_alt(ALONE, say)
