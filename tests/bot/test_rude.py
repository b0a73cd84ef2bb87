"""What people type that is no word: a kind answer in private, nothing stored, nobody pinged."""

from typing import Any

RUDE = {
    "spaces": "   ",
    "one invisible character": "\u200b",
    "invisible characters inside": "ri\u200bver",
    "right-to-left override": "\u202eriver",
    "everyone": "@everyone",
    "here": "@here",
    "a mention": "<@{other}>",
    "a role": "<@&{other}>",
    "a channel": "<#{other}>",
    "2,000 characters": "a" * 2000,
    "33 characters": "a" * 33,
    "2,000 emoji": "🔥" * 2000,
    "one emoji": "🔥",
    "a custom emoji": "<:warm:123456789012345678>",
    "SQL of one word": "';DELETE/**/FROM/**/entries;--",
    "Markdown": "**river**",
    "a link": "[river](https://example.org)",
    "spoiler bars": "||river||",
    "digits": "r1ver",
    "a null byte": "river\x00",
    "combining marks": "r" + "\u0301" * 200,
    "many accents": "r" + "\u0301" * 2000,
    "unpaired surrogate": "\ud83d",
    "Hangul filler": "\u3164",
    "full-width mention": "＠everyone",
}
SEVERAL = {
    "SQL": "river'); DROP TABLE entries;--",
    "a code block": "```py\nstream\n```",
    "a heading": "# pond",
    "a slash command": "/guess word:river",
    "mentions": "@everyone <@{other}> ocean",
    "spoilers and links": "||sea|| [sea](https://example.org) **sea**",
    "invisible": "ri\u200bver \u202esea",
}


MARKUP = ("@everyone", "@here", "<@", "||", "**", "```", "<:", "](", "\u202e", "\u200b")
OURS = ("```", "**")  # tables, and words that stand out


async def test_rude_guesses(stage: Any) -> None:
    """A kind answer for the member alone, that repeats no markup and pings and stores nothing."""
    await stage.guess("ann", "lake")
    before = stage.rows()
    wrong = {}
    for name, text in RUDE.items():
        said = await stage.guess("ann", text.replace("{other}", str(stage.id("ben"))))
        kind = said.ephemeral and said.embed is None and "went wrong" not in said.content
        short = 0 < len(said.content) <= 2000
        if not kind or not short or said.pings or any(mark in said.content for mark in MARKUP):
            wrong[name] = said
    assert wrong == {}
    assert stage.rows() == before


async def test_rude_words_among_others(stage: Any) -> None:
    """In several words at once what is no word is refused kindly; no markup of it comes back."""
    wrong = {}
    for name, text in SEVERAL.items():
        said = await stage.guess("ann", text.replace("{other}", str(stage.id("ben"))))
        told = said.embed["description"]
        marks = [mark for mark in MARKUP if mark not in OURS and mark in told]
        if not said.ephemeral or said.pings or marks:
            wrong[name] = said
    assert wrong == {}
    heading = await stage.guess("ann", SEVERAL["a heading"])
    assert "letters only" in heading.everything


async def test_rude_guesses_on_a_shared_board(stage: Any) -> None:
    """Where everybody reads along, a rude word is still answered to the member alone."""
    await stage.guess("ann", "lake", mode="together")
    before = stage.rows()
    for text in (RUDE["everyone"], RUDE["Markdown"], "zzyzx"):
        said = await stage.guess("ann", text)
        assert said.ephemeral
        assert said.pings == ()
    assert stage.rows() == before


async def test_rude_name(stage: Any) -> None:
    """A member's name is shown as it is spelled, whatever marks are in it."""
    said = await stage.use("ann", "stats", member=stage.hall.member("**x** ||y||"))
    assert said.title == r"📊 \*\*x\*\* \|\|y\|\|"
