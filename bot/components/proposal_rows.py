"""The buttons of proposals as admins see them. No id says more of a word than its number."""

import discord

from bot.components.rows import DANGER, PRIMARY, button, keys
from bot.i18n import Tongue
from bot.render.proposal import PAGE, queue_pages
from game.proposal_desk import Queue
from game.proposals import Proposal, ProposalState

_ID = r"(?P<proposal>[0-9]{1,18})"
NEXT = rf"w1:puzzle:next:{_ID}"
DATE = rf"w1:puzzle:date:{_ID}"
DAY = rf"w1:puzzle:day:{_ID}"
CANCEL = rf"w1:puzzle:cancel:{_ID}"
LIST = r"w1:puzzle:list:(?P<page>[0-9]{1,4}):(?P<shown>[01])"
WITHDRAW = rf"w1:puzzle:withdraw:{_ID}:(?P<page>[0-9]{{1,4}})"
TEXT = "date"


def proposal_keys(proposal: Proposal, tongue: Tongue) -> discord.ui.View:
    """What can be done with a proposal that passed."""
    if proposal.state is not ProposalState.WAITING:
        return done_keys(tongue)
    return keys(
        [
            button(f"w1:puzzle:next:{proposal.id}", tongue("puzzle-button-next"), "🗓️", PRIMARY),
            button(f"w1:puzzle:date:{proposal.id}", tongue("puzzle-button-date"), "📅"),
            button(f"w1:puzzle:cancel:{proposal.id}", tongue("puzzle-button-cancel"), "✖️"),
        ]
    )


def done_keys(tongue: Tongue) -> discord.ui.View:
    """The way to the queue."""
    return keys([button(_list(0), tongue("puzzle-button-queue"), "🗓️")])


def queue_keys(queue: Queue, page: int, tongue: Tongue, *, shown: bool = False) -> discord.ui.View:
    """What can be done on a page of the queue."""
    if not queue.items:
        return keys()
    first = page * PAGE
    withdraw = [
        button(
            f"w1:puzzle:withdraw:{item.proposal.id}:{page}",
            tongue("puzzle-button-withdraw", place=place),
            None,
            DANGER,
        )
        for place, item in enumerate(queue.items[first : first + PAGE], start=first + 1)
    ]
    label = tongue("puzzle-button-hide" if shown else "puzzle-button-show")
    row = [button(_list(page, shown=not shown), label, "🙈" if shown else "👀")]
    if page > 0:
        row.append(button(_list(page - 1), tongue("puzzle-button-earlier"), "◀️"))
    if page + 1 < queue_pages(queue):
        row.append(button(_list(page + 1), tongue("puzzle-button-later"), "▶️"))
    return keys(withdraw, row)


def _list(page: int, *, shown: bool = False) -> str:
    return f"w1:puzzle:list:{page}:{int(shown)}"
