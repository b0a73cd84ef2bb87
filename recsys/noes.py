"""Words that say no, and where a no ends: in English, German and French."""


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


THINGS = _words_of(
    """no without none avoid except kein keine keinen keinem keiner keines ohne ausser sans aucun
    aucune sauf"""
)
"""After these come things: with one refused, what an `and` joins to it is, too."""
NO = THINGS | _words_of("not nothing nicht nichts pas rien neither nor weder ni")
SHORT = _words_of("don't doesn't isn't aren't shouldn't won't")
"""All others with n't tell what somebody has done or can do."""
ASKING = _words_of("it they you he she we there")
"""After a short one these make a question of it."""
WANTING = _words_of("want like love need feel enjoy show give")
"""`dont` is French unless one of these follows."""
ALL = _words_of("anything everything all alles tout")
"""After these a `but` says no."""
UNABLE = _words_of("can could have has had did kann konnte konnten peux peut")
"""After these a not tells what somebody cannot do or has not done."""
NO_NO = _words_of(
    "matter mind know care sure idea problem but als que enough genug genugend assez seen vu lu"
)
"""After these a no is none: no matter, nothing but, rien que."""
NOT_NO = _words_of("only just nur seulement uniquement bad schlecht ubel mal")
"""Nor after these, of what things are like: not only, nicht schlecht, pas mal."""
END = _words_of(
    """, ; . : ! ? ( ) but aber sondern mais rather instead just something lieber dafur stattdessen
    etwas plutot quelque"""
)
AGAIN = _words_of(
    """with in at on about from during lots plenty full mit im am an auf uber aus bei viel viele
    voll voller avec dans sur beaucoup plein"""
)
"""With these something else begins once a thing is refused."""
ANEW = _words_of(
    """a an the some more is it i we lot make makes ein eine einen einem einer mehr ist es ich wir
    un une plus est je"""
)
"""With these a wish begins after an `and`."""
AND, OR = _words_of("and und et &"), _words_of("or oder ou /")
QUALITIES = _words_of(
    """funny happy light lighthearted short long sad scary sweet warm clever quiet slow fast new old
    cosy cozy easy simple good great cheap quick healthy spicy fresh weird smart sexy dreamy
    exciting thrilling uplifting heartwarming charming moving touching interesting relaxing gripping
    spannend leicht kurz lang warm klug ruhig schnell suss gut neu alt schon frohlich heiter
    drole marrant rigolo leger legere court courte long longue doux douce gai gaie beau belle bon
    bonne captivant passionnant touchant nouveau nouvelle"""
)
"""What says, after an `and`, how something is to be, and is no thing beside another."""
ENDINGS = ("ful", "tic", "ous", "ive", "ig", "isch", "lich", "voll", "eux", "euse", "ique")
"""What other such words end in."""
FIXED = ("black and white", "schwarz und weiß", "schwarz-weiß", "noir et blanc")
"""Things with an `and` in them."""
VAGUE = _words_of(
    """set based story stories scenes kind sort stuff plot spielt geschichte geschichten szenen
    histoire histoires make makes"""
)
"""Not yet what is refused, but what that is about."""
LIGHT = _words_of(
    """a an the any too very so much many of with about in it is be to for that this me i i'd we
    you want wants wanted would like love need feel feeling please give show film films movie movies
    book books recipe recipes thing things do does don't doesn't didn't isn't aren't won't shouldn't
    never dont zu sehr viel ein eine einen einem einer der die das den dem des mit uber von im am
    und ich wir will mochte hatte gern gerne mag bitte fur heute abend filme buch bucher rezept zeig
    gib mir de d des du la le les l un une trop tres avec sur je j ne n y a veux voudrais aime envie
    ai s il te vous t plait stp svp livre recette pour soir moi chose m mood"""
)
"""Words that wish for nothing by themselves."""
JOIN = _words_of("and or nor und oder noch et ou & / '")
