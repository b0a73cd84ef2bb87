"""German and French words of moods and kinds in English, for encoders that know no other language.

It has common words only: others are taken as they are.
"""

from collections.abc import Mapping

from recsys.negation import is_light
from recsys.wording import search_key

_ENGLISH = {
    "funny": "lustig komisch witzig heiter drole marrant rigolo amusant",
    "comedy": "komodie comedie",
    "sad": "traurig triste",
    "to cry": "weinen heulen pleurer",
    "melancholy": "melanchol wehmut",
    "light": "leicht legere",
    "cheerful": "frohlich gutelaune joyeu gaie enjoue",
    "happy": "glucklich heureu",
    "feel-good": "wohlfuhl herzerwarm rechauffe",
    "romantic": "romantisch romantique",
    "love": "liebe verliebt amour",
    "scary": "gruselig grusel unheimlich effrayant peur flippant",
    "horror": "horreur epouvante schrecken",
    "exciting": "aufregend passionnant captivant",
    "thrilling": "spannend spannung haletant",
    "suspense": "suspens nervenkitzel",
    "action": "actionreich",
    "adventure": "abenteuer aventure",
    "violence": "gewalt",
    "brutal": "brutale blutig sanglant",
    "blood": "blut",
    "war": "krieg guerre",
    "crime": "verbrechen krimi crimine",
    "detective": "detektiv kommissar enquete policier",
    "murder": "mord morder meurtre",
    "death": "tod sterben mort",
    "science fiction": "zukunft futuriste",
    "space": "weltraum weltall espace",
    "robots": "roboter",
    "magic": "zauber magie magique marchen",
    "fantastic": "fantastisch fantastique",
    "dreamlike": "traumhaft vertraumt onirique",
    "weird": "seltsam skurril schrag merkwurdig bizarre etrange",
    "absurd": "absurde",
    "dark": "duster dunkel finster sombre",
    "slow": "langsam lent lente",
    "quiet": "ruhig leise calme paisible",
    "short": "kurz courte",
    "long": "lange longue",
    "exotic": "exotisch exotique",
    "loneliness": "einsam solitude",
    "friendship": "freund amiti amis",
    "family": "familie famille",
    "for children": "kinder enfants",
    "childhood": "kindheit enfance",
    "school": "schule ecole",
    "animals": "tiere animaux",
    "dogs": "hunde chiens",
    "sea": "meer mer",
    "winter": "winterlich hiver",
    "summer": "sommer ete",
    "christmas": "weihnacht noel",
    "journey": "reise voyage",
    "music": "musik musique",
    "history": "geschichtlich historisch historique histoire",
    "true story": "wahre vrai vraie",
    "clever": "klug schlau",
    "thoughtful": "nachdenklich reflexion reflechir",
    "old": "vieux vieille",
    "new": "neue neuer neues nouveau nouvelle",
    "animation": "zeichentrick animiert dessin",
    "black and white": "schwarzweiss",
    "fast": "schnell rapide",
    "sweet": "suss sucre",
    "spicy": "scharf epice pimente",
    "savoury": "herzhaft",
    "vegetarian": "vegetarisch vegetarien",
    "meat": "fleisch viande",
    "fish": "fisch poisson",
    "vegetables": "gemuse legumes",
    "chocolate": "schokolade chocolat",
    "soup": "suppen soupe",
    "hearty": "deftig",
}
_LEAST_STEM = 5
"""A stem shorter than that stands for itself only: it would begin words of other meanings."""


def _stems(table: Mapping[str, str]) -> dict[str, str]:
    return {stem: english for english, stems in table.items() for stem in stems.split()}


_STEMS = _stems(_ENGLISH)


def in_english(text: str) -> str:
    """The text with what is known of it in English and nothing idle; as it is if none is known."""
    words = text.split()
    found = [_translated(search_key(word)) for word in words]
    if not any(found):
        return text
    pairs = zip(words, found, strict=True)
    return " ".join(known or word for word, known in pairs if known or not is_light(word))


def _translated(key: str) -> str | None:
    if key in _STEMS:
        return _STEMS[key]
    ends = range(len(key) - 1, _LEAST_STEM - 1, -1)
    return next((_STEMS[key[:end]] for end in ends if key[:end] in _STEMS), None)
