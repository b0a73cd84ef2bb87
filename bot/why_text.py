"""Words for what links a guess with the secret."""

from textwrap import shorten

from discord.utils import escape_markdown

from bot.i18n import Tongue
from embedding.words.table import FIELDS, Sense
from game.why import Tie, Why

LONGEST_GLOSS = 300
# Categories that gather what has nothing in common but its part of speech.
_SHAPELESS = {"adj.all", "adj.pert", "adj.ppl", "adv.all", "noun.Tops", "verb.stative"}
_CATEGORIES = frozenset(FIELDS) - _SHAPELESS


def why_lines(why: Why, secret: str | None, tongue: Tongue) -> list[str]:
    """What links a word with the secret (None where it is not to be told); never no line."""
    one = f"**{why.word}**"
    other = tongue("why-untold") if secret is None else f"**{secret}**"
    told = [_sentence(tie, one, other, tongue) for tie in why.ties]
    return told or [tongue("why-nothing")]


def sense_line(word: str, sense: Sense | None) -> str | None:
    """What is meant by a word, in English; None where that is not known."""
    if sense is None or not sense.gloss:
        return None
    return f"**{word}**: {escape_markdown(shorten(sense.gloss, LONGEST_GLOSS, placeholder='…'))}"


def _sentence(tie: Tie, one: str, other: str, tongue: Tongue) -> str:
    via = "" if tie.via is None else tongue("why-via", what=_named(tie.via, tongue))
    key = f"why-link-{tie.link.replace(' ', '-')}"
    text = tongue(key, one=one, other=other, via=via)
    return text[:1].upper() + text[1:]


def _named(via: str, tongue: Tongue) -> str:
    """The name of a category; a third word is its own."""
    return tongue(f"why-category-{via.replace('.', '-')}") if via in _CATEGORIES else via
