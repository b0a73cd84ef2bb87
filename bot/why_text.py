"""Words for what links a guess with the secret."""

from textwrap import shorten

from discord.utils import escape_markdown

from embedding.words.table import Sense
from game.why import Link, Tie, Why

UNTOLD = "the secret word"
"""How the secret is called while it is one."""
LONGEST_GLOSS = 300
NOTHING = "Nothing that I could name links them; their meanings are just this far apart."

# {one} is the guess, {other} the secret, {via} what the link runs through.
_LINKS = {
    Link.ITSELF: "It is the word itself.",
    Link.FAMILY: "{one} is another form of {other}.",
    Link.OPPOSITE: "{one} is an opposite of {other}. Opposites are near: they are about the same.",
    Link.SYNONYM: "{one} can mean the same as {other}.",
    Link.KIND_OF: "{one} is a kind of {other}.",
    Link.HAS_KIND: "{other} is a kind of {one}.",
    Link.PART_OF: "{one} is a part of {other}, or what it is made of.",
    Link.HAS_PART: "{other} is a part of {one}, or what it is made of.",
    Link.ENTAILS: "{one} includes or brings about {other}.",
    Link.ENTAILED: "{other} includes or brings about {one}.",
    Link.TOPIC: "{one} and {other} belong to one topic.",
    Link.DERIVED: "{one} and {other} are made from one word.",
    Link.SIMILAR: "{one} means something like {other}.",
    Link.SAME_KIND: "{one} and {other} are kinds of the same thing{via}.",
    Link.SAME_CATEGORY: "{one} and {other} are of one category{via}.",
    Link.TOGETHER: "{one} and {other} keep the same company: what is near one is near the other.",
}
_CATEGORIES = {
    "noun.act": "deeds", "noun.animal": "animals", "noun.artifact": "things people make",
    "noun.attribute": "qualities", "noun.body": "the body", "noun.cognition": "thought",
    "noun.communication": "communication", "noun.event": "events", "noun.feeling": "feelings",
    "noun.food": "food", "noun.group": "groups", "noun.location": "places",
    "noun.motive": "motives", "noun.object": "things in nature",
    "noun.person": "people and other beings",
    "noun.phenomenon": "natural events", "noun.plant": "plants", "noun.possession": "possessions",
    "noun.process": "processes", "noun.quantity": "amounts", "noun.relation": "relations",
    "noun.shape": "shapes", "noun.state": "states", "noun.substance": "substances",
    "noun.time": "time", "verb.body": "care of the body", "verb.change": "change",
    "verb.cognition": "thinking", "verb.communication": "telling",
    "verb.competition": "contests", "verb.consumption": "eating and drinking",
    "verb.contact": "touching", "verb.creation": "making", "verb.emotion": "feeling",
    "verb.motion": "movement", "verb.perception": "perceiving", "verb.possession": "owning",
    "verb.social": "life among people", "verb.weather": "weather",
}  # fmt: skip


def why_lines(why: Why, secret: str | None) -> list[str]:
    """What links a word with the secret (None where it is not to be told); never no line."""
    one, other = f"**{why.word}**", UNTOLD if secret is None else f"**{secret}**"
    told = [_sentence(tie, one, other) for tie in why.ties]
    return told or [NOTHING]


def sense_line(word: str, sense: Sense | None) -> str | None:
    """What is meant by a word; None where that is not known."""
    if sense is None or not sense.gloss:
        return None
    return f"**{word}**: {escape_markdown(shorten(sense.gloss, LONGEST_GLOSS, placeholder='…'))}"


def _sentence(tie: Tie, one: str, other: str) -> str:
    via = "" if tie.via is None else f": {_CATEGORIES.get(tie.via, tie.via)}"
    text = _LINKS[tie.link].format(one=one, other=other, via=via)
    return text[:1].upper() + text[1:]
