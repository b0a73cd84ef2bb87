"""Lists of what to try next: for one and for several, with an honest because, at every size."""

import re
from itertools import pairwise
from typing import Any

import pytest

SPACE = ("Star Dust", "Iron Orbit", "The Last Signal", "Moon Harbour", "Quiet Gravity")


def listed(said: Any) -> list[str]:
    """The titles of a list, in their order."""
    return re.findall(r"\*\*\d+\. (.+?)\*\*", said.embed["description"])


def in_space(said: Any) -> int:
    """How many films of a list are about space."""
    return len(set(listed(said)) & set(SPACE))


async def test_list(stage: Any, films: Any, rate: Any) -> None:
    """Six things, private, without what is known, each new one marked, with ways to go on."""
    await films(stage)
    await rate(stage, "ben", Moon_Harbour=5, Quiet_Gravity=5, Star_Dust=4)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=4.5)
    said = await stage.use("ann", "recommend", shelf="films")
    assert said.ephemeral
    assert said.title == "For you: Films"
    titles = listed(said)
    assert len(titles) == 6
    assert titles[0] in SPACE
    assert not {"Star Dust", "Iron Orbit"} & set(titles)
    assert "🆕 new here" in said.everything
    looks = ["Another look", "Bolder", "Safer", "Show to all"]
    assert said.labels == [*looks, "Rate a few first"]
    assert [label for label, _ in said.select("w1:taste:why").options] == titles


async def test_all_new(stage: Any, films: Any, rate: Any) -> None:
    """Where nobody has rated anything on a list, that is said once and not on every line."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    assert said.everything.count("Nobody here has rated any of these yet") == 1
    assert "🆕" not in said.everything


async def test_because(stage: Any, films: Any, rate: Any) -> None:
    """Of what was liked it says so, with shares; of what was not liked it never does."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Moon_Harbour=5, The_Wet_Street=1)
    said = await stage.use("ann", "recommend")
    text = said.embed["description"]
    assert re.search(r"liked \*\*[SM].*\*\* \(\d+ % and \d+ % of what speaks for it\)", text)
    assert not re.search(r"liked[^\n]*Wet Street", text)


async def test_no_shelves(stage: Any) -> None:
    """Without shelves admins are offered ready-made ones, and members told whom to ask."""
    member = await stage.use("ben", "recommend")
    assert member.content.startswith("There are no shelves here yet. Ask an admin")
    assert member.labels == []
    stage.hall.appoint("ann")
    said = await stage.use("ann", "recommend")
    assert said.labels == ["Films, ready-made", "Books, ready-made", "Recipes, ready-made"]


async def test_unknown_shelf(stage: Any, films: Any) -> None:
    """A shelf that is not there is answered with those that are."""
    await films(stage)
    said = await stage.use("ann", "recommend", shelf="operas")
    assert said.content == "There is no shelf *operas* here. There are: *films*."


async def test_nothing_known(stage: Any, films: Any) -> None:
    """Who has rated nothing gets a bit of everything, and is told so."""
    await films(stage)
    said = await stage.use("ann", "recommend")
    assert "I don't know your taste here yet" in said.everything
    assert len(listed(said)) == 6
    assert "because" not in said.embed["description"]


async def test_only_dislikes(stage: Any, films: Any, rate: Any) -> None:
    """Who has told only of dislikes is told what that means, and nothing is called liked."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=1, Iron_Orbit=0.5)
    said = await stage.use("ann", "recommend")
    assert "So far you have told me only what you don't like" in said.everything
    assert "because you liked" not in said.everything
    assert len(listed(said)) == 6


CRIME = ("The Wet Street", "Inspector Vane", "A Cold Ledger", "The Grey Umbrella")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "unlike **Nine Alibis** (½), which you did not like"),
        ("de", "ganz anders als **Nine Alibis** (½), was dir nicht gefallen hat"),
        ("fr", "tout autre chose que **Nine Alibis** (½), qui ne t'a pas plu"),
    ],
)
async def test_a_dislike_is_told_where_it_is_unlike(
    stage: Any, films: Any, rate: Any, code: str, words: str
) -> None:
    """What is on a list for being unlike a dislike says so, and so does what to try next."""
    await films(stage)
    stage.hall.speaks("ann", code)
    rated = await rate(stage, "ann", Nine_Alibis=0.5)
    assert words in rated.everything
    said = await stage.use("ann", "recommend")
    lines = said.embed["description"].splitlines()
    assert sum(words in line for line in lines) >= 5
    told = [above for above, line in pairwise(lines) if words in line]
    assert not any(title in above for above in told for title in CRIME)


async def test_a_surprise_is_not_what_is_disliked(stage: Any, films: Any, rate: Any) -> None:
    """On a small shelf a surprise comes from the better half of what is left."""
    await films(stage)
    for member in ("ann", "ben", "cat", "dan", "eve"):
        await rate(stage, member, Nine_Alibis=0.5)
        said = await stage.use(member, "recommend")
        surprise = said.embed["description"].partition("6. ")[2]
        assert "🎲" in surprise
        assert not any(title in surprise for title in CRIME)


async def test_everything_rated(stage: Any, films: Any, rate: Any) -> None:
    """Where nothing is left it says so, and what to do."""
    await films(stage, only=3)
    last = await rate(stage, "ann", Star_Dust=5, Iron_Orbit=3, The_Last_Signal=4)
    assert "Nothing is left here" in last.everything
    said = await stage.use("ann", "recommend")
    assert said.content.startswith("You have told me about everything on this shelf")


async def test_shelf_with_one_item(stage: Any, films: Any) -> None:
    """A shelf of one says that there is little to choose from."""
    await films(stage, only=1)
    said = await stage.use("ann", "recommend")
    assert listed(said) == ["Star Dust"]
    assert "Only one thing stands on this shelf" in said.everything


async def test_empty_shelf(stage: Any, films: Any) -> None:
    """An empty shelf says how it is filled."""
    await films(stage, only=0)
    said = await stage.use("ann", "recommend")
    assert said.content.startswith("Nothing stands on this shelf yet")


async def test_group(stage: Any, films: Any, rate: Any) -> None:
    """One list for several says by which rule it is made, and how it suits each of them."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=5)
    await rate(stage, "ben", The_Wet_Street=5, Inspector_Vane=5)
    ben = stage.hall.member("ben")
    said = await stage.use("ann", "recommend", with1=ben, with2=stage.hall.member("cat"))
    assert said.title == "For 3 of you: Films"
    group = said.embed["fields"][0]
    assert group["name"] == "How this suits each of you"
    assert "Ordered half by your average, half by whoever it suits least." in group["value"]
    assert f"<@{stage.id('ben')}>" in group["value"]
    assert f"I know nothing of <@{stage.id('cat')}>'s taste here yet" in group["value"]
    bars = [line for line in group["value"].splitlines() if "▱" in line or "▰" in line]
    assert len(bars) == 2
    assert not any(f"<@{stage.id('cat')}>" in line for line in bars)
    assert "Wet Street" not in said.embed["description"]
    assert not {"Star Dust", "The Wet Street"} & set(listed(said))
    assert said.pings == ()


async def test_group_tells_nothing_of_what_others_said(stage: Any, films: Any, rate: Any) -> None:
    """Whoever has rated nothing is not told that the other named only what they don't like."""
    await films(stage)
    await rate(stage, "ben", Star_Dust=0.5)
    said = await stage.use("zed", "recommend", with1=stage.hall.member("ben"))
    assert "you don't like" not in said.everything
    assert "Rate what you know" not in said.everything
    await rate(stage, "ben", Star_Dust=5)
    other = await stage.use("zed", "recommend", with1=stage.hall.member("ben"))
    notices = [one.embed["description"].partition("**1.")[0] for one in (said, other)]
    assert notices[0] == notices[1]


async def test_group_of_whom_nothing_is_known(stage: Any, films: Any) -> None:
    """Then nothing is claimed of how it suits them, or of whom it was ordered by."""
    await films(stage)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    group = said.embed["fields"][0]["value"]
    assert "A bit of everything that is well known here" in group
    assert "least" not in group
    assert "lower half" not in group
    assert "▰" not in group


async def test_group_with_one_thing_left(stage: Any, films: Any, rate: Any) -> None:
    """The bars say no worse than that nothing lies in anybody's lower half."""
    await films(stage, only=3)
    await rate(stage, "ann", Star_Dust=5)
    await rate(stage, "ben", Iron_Orbit=1)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    group = said.embed["fields"][0]["value"]
    assert len(listed(said)) == 1
    assert "Nothing is on it that lies in the lower half" in group
    assert group.count("▰" * 10) == 2


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "So far there is nothing here that you really liked"),
        ("de", "Bisher war hier nichts dabei, was dir richtig gefallen hat"),
        ("fr", "rien ne t'a vraiment plu"),
    ],
)
async def test_lukewarm(stage: Any, films: Any, rate: Any, code: str, words: str) -> None:
    """Three stars and a half are no dislike, and are not called one."""
    await films(stage)
    stage.hall.speaks("ann", code)
    await rate(stage, "ann", Star_Dust=3.5, Nine_Alibis=1)
    said = await stage.use("ann", "recommend")
    assert words in said.everything


async def test_a_mood_is_told(stage: Any, films: Any, rate: Any) -> None:
    """What the mood brought says so, and names no liked title that speaks for something else."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=5)
    said = await stage.use("ann", "recommend", mood="detective rain")
    lines = said.embed["description"].splitlines()
    told = {above: below for above, below in pairwise(lines) if below.startswith("-# ")}
    crime = {below for above, below in told.items() if any(title in above for title in CRIME)}
    assert crime
    assert all(below.startswith("-# for the mood") for below in crime)


async def test_a_mood_that_says_no(stage: Any, films: Any, rate: Any) -> None:
    """What is not wanted comes after all else, and a search leaves it out."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend", mood="no space, please")
    assert not in_space(said)
    found = await stage.use("ann", "find", text="film without romance")
    assert not any(title in found.everything for title in ("Two Summers", "Salt and Lemon"))
    assert "Star Dust" in found.everything or "Nine Alibis" in found.everything


async def test_group_says_what_is_a_compromise(stage: Any, films: Any, rate: Any) -> None:
    """What lies in somebody's lower half is marked; where nothing does, the list says that."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Iron_Orbit=5, Letters_in_June=1)
    await rate(stage, "ben", The_Ferry_Girl=5, Two_Summers=5, Moon_Harbour=1)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    lines = re.findall(r"\*\*\d+\. .+", said.embed["description"])
    marks = ["⚖️ a compromise" in line for line in lines]
    assert marks == sorted(marks)
    assert any(marks)
    assert "⚖️ marks what lies in the lower half for one of you" in said.embed["fields"][0]["value"]
    await rate(stage, "ben", The_Ferry_Girl=1, Two_Summers=1, Moon_Harbour=5)
    agreed = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    assert in_space(agreed) >= 2
    assert "⚖️ a" not in "".join(agreed.embed["description"].split("\n")[:2])


async def test_group_tells_what_the_asker_likes(stage: Any, films: Any, rate: Any) -> None:
    """A list for several says what it shares with the asker's own likes, and not with others'."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    await rate(stage, "ben", Nine_Alibis=5, Inspector_Vane=5)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    reasons = re.findall(r"-# (.+)", said.embed["description"])
    assert any("Star Dust" in reason or "space" in reason for reason in reasons)
    assert not any("crime" in reason or "detective" in reason for reason in reasons)


async def test_group_keeps_ratings_of_others(stage: Any, films: Any, rate: Any) -> None:
    """What another rated is named to nobody, also not where both rated it."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=2)
    await rate(stage, "ben", Star_Dust=5, Iron_Orbit=5)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    assert "you liked" not in said.everything
    assert "Star Dust" not in said.everything
    assert "Iron Orbit" not in said.everything


async def test_group_survives_a_look(stage: Any, films: Any, rate: Any) -> None:
    """Another look is for the same people."""
    await films(stage)
    await rate(stage, "ben", The_Wet_Street=5)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ben"))
    again = await stage.press("ann", said, "Bolder")
    assert again.title == "For 2 of you: Films"
    assert f"<@{stage.id('ben')}>" in again.everything


async def test_group_of_one(stage: Any, films: Any) -> None:
    """Who names only themselves gets their own list, and is told so."""
    await films(stage)
    said = await stage.use("ann", "recommend", with1=stage.hall.member("ann"))
    assert said.title == "For you: Films"
    assert "this list is for you alone" in said.content


async def test_another_look(stage: Any, films: Any, rate: Any) -> None:
    """Another look shows others in the same place, all of them, and begins anew after the last."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    first = await stage.use("ann", "recommend")
    second = await stage.press("ann", first, "Another look")
    third = await stage.press("ann", second, "Another look")
    assert first.id == second.id == third.id
    seen = [*listed(first), *listed(second), *listed(third)]
    assert len(seen) == len({*seen}) == 14
    fourth = await stage.press("ann", third, "Another look")
    assert listed(fourth) == listed(first)


async def test_dial(stage: Any, films: Any, rate: Any) -> None:
    """The safest list has no surprise, and no way to be safer; the boldest none to be bolder."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    assert "🎲 a surprise" in said.everything
    safest = await stage.press("ann", said, "Safer")
    assert "a surprise" not in safest.everything
    assert "Safer" not in safest.labels
    fresh = await stage.use("ann", "recommend")
    bold = await stage.press("ann", await stage.press("ann", fresh, "Bolder"), "Bolder")
    assert "Bolder" not in bold.labels
    assert in_space(bold) < in_space(safest)


async def test_mood(stage: Any, films: Any) -> None:
    """A mood leads the list, stays over another look, and survives a restart."""
    await films(stage)
    said = await stage.use("ann", "recommend", mood="detective rain")
    assert said.embed["author"]["name"] == "🎭 detective rain"
    crime = {"The Wet Street", "Inspector Vane", "Nine Alibis", "A Cold Ledger"}
    assert listed(said)[0] in {*crime, "The Grey Umbrella"}
    await stage.restart()
    again = await stage.press("ann", said, "Bolder")
    assert again.embed["author"]["name"] == "🎭 detective rain"


async def test_why(stage: Any, films: Any, rate: Any) -> None:
    """The account names every rating, and adds up to the last digit shown."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Two_Summers=4, The_Wet_Street=1)
    said = await stage.use("ann", "recommend")
    why = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert why.ephemeral
    table = why.embed["description"].partition("```")[2]
    figures = re.findall(r"^\s*([+-]?\d+\.\d{2}) ", table, re.MULTILINE)
    amounts = [round(100 * float(figure)) for figure in figures]
    assert len(amounts) == 5
    assert sum(amounts[:-1]) == amounts[-1]
    for title in ("Star Dust ★★★★★", "Two Summers ★★★★", "The Wet Street ★"):
        assert title in table


async def test_why_without_ratings(stage: Any, films: Any) -> None:
    """Who has rated nothing is told that nothing of theirs is in it."""
    await films(stage)
    said = await stage.use("ann", "recommend")
    why = await stage.choose("ann", said, listed(said)[0], "w1:taste:why")
    assert "nothing of yours is in its score" in why.everything


async def test_rate_from_the_list(stage: Any, films: Any, rate: Any) -> None:
    """What is on a list can be rated or put aside from there."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    title = listed(said)[0]
    item = await stage.choose("ann", said, title, "w1:taste:change")
    told = await stage.press("ann", item, "Not for me")
    assert f"**{title}** is not for you" in told.everything
    assert title not in listed(await stage.use("ann", "recommend"))


async def test_show_to_all(stage: Any, films: Any, rate: Any) -> None:
    """Shown to all, a list has nothing of anybody's ratings, pings nobody, and offers one's own."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    await stage.press("ann", said, "Show to all")
    public = stage.channel_messages()[-1]
    assert not public.ephemeral
    assert listed(public) == listed(said)
    assert "Star Dust" not in public.everything
    assert public.pings == ()
    own = await stage.press("ben", public, "What about me?")
    assert own.ephemeral
    assert "I don't know your taste here yet" in own.everything


async def test_mood_is_not_shown_to_all(stage: Any, films: Any, rate: Any) -> None:
    """A mood stays between the member and the bot, which says so; the list is the same."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend", mood="my divorce, something to cry")
    done = await stage.press("ann", said, "Show to all")
    assert "without your ratings and without your mood" in done.before[-1].content
    public = stage.channel_messages()[-1]
    assert listed(public) == listed(said)
    assert "divorce" not in public.everything
    assert "🎭" not in public.everything


async def test_shown_once(stage: Any, films: Any, rate: Any) -> None:
    """A press that is delivered twice shows a list once."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    await stage.press("ann", await stage.use("ann", "recommend"), "Show to all")
    before = len(stage.channel_messages())
    await stage.redeliver()
    assert len(stage.channel_messages()) == before


async def test_five_members(stage: Any, films: Any) -> None:
    """Five members fit on a list, and stay on it over another look."""
    await films(stage)
    named = {f"with{n}": stage.hall.member(name) for n, name in enumerate(("b", "c", "d", "e"), 1)}
    said = await stage.use("ann", "recommend", **named)
    assert said.title == "For 5 of you: Films"
    assert all(len(custom_id) <= 100 for custom_id in said.custom_ids)
    again = await stage.press("ann", said, "Another look")
    assert again.title == "For 5 of you: Films"


@pytest.mark.parametrize("code", ["de", "fr"])
async def test_other_languages(stage: Any, films: Any, rate: Any, code: str) -> None:
    """Lists are in the member's language."""
    await films(stage)
    stage.hall.speaks("ann", code)
    await rate(stage, "ann", Star_Dust=5)
    said = await stage.use("ann", "recommend")
    wanted = {"de": "weil dir gefallen hat", "fr": "parce que tu as aimé"}[code]
    assert wanted in said.everything
    assert "because" not in said.everything
