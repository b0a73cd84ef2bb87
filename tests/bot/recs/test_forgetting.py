"""Who is forgotten leaves nothing in the model: it equals one that never saw them."""

import json
from typing import Any


async def forget(stage: Any, member: str) -> None:
    """Let a member have everything deleted."""
    asked = await stage.use(member, "forget-me")
    form = await stage.press(member, asked, f"w1:privacy:forget:{stage.id(member)}:all")
    await stage.submit(member, form, "forget")


async def test_forgetting_is_exact(stage: Any, films: Any, rate: Any) -> None:
    """After /forget-me others get, to the last digit, what they got before that member came."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5, Two_Summers=4)
    before = await stage.use("ann", "recommend")
    await rate(stage, "ben", Star_Dust=5, Nine_Alibis=5, Inspector_Vane=1)
    await stage.use("ann", "recommend")
    await forget(stage, "ben")
    after = await stage.use("ann", "recommend")
    assert after.embed == before.embed
    assert "You have said nothing yet" in (await stage.use("ben", "ratings")).everything
    await stage.restart()
    assert (await stage.use("ann", "recommend")).embed == before.embed


async def test_forgotten_members_are_no_twins(stage: Any, films: Any, rate: Any) -> None:
    """Who is forgotten is found by nobody."""
    await films(stage)
    for member in ("ann", "ben"):
        await rate(stage, member, Star_Dust=5, Iron_Orbit=5, The_Last_Signal=5)
        await stage.press(member, await stage.use(member, "twins"), "Be found")
    assert f"<@{stage.id('ben')}>" in (await stage.use("ann", "twins")).everything
    await forget(stage, "ben")
    assert f"<@{stage.id('ben')}>" not in (await stage.use("ann", "twins")).everything


async def test_export_has_ratings(stage: Any, films: Any, rate: Any) -> None:
    """What /export-me sends has the member's ratings, and nobody else's."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=4.5)
    await rate(stage, "ben", Two_Summers=4)
    said = await stage.use("ann", "export-me")
    text = said.files[0].content.decode()
    [told] = json.loads(text)["data"]["opinions"]
    assert (told["item"], told["verdict"], told["stars"]) == ("Star Dust", "like", 4.5)
    assert "Two Summers" not in text
    assert str(stage.id("ben")) not in text
