"""Lines in, JSON Lines out: one object for each line that asked for something.

Every object has the same keys in the same order:

`input`            the line, or null for messages that came on their own
`member`           {"id", "name"} of who said it
`channel`          where, by name
`date`             the game's date afterwards, YYYY-MM-DD
`kind`             "command", "component", "modal", or "console" for what the console did itself
`command`          the command's name or the pressed component's custom id, else null
`acknowledged_ms`  from dispatch to acknowledgement, null where there was none
`deferred`         whether the bot first said that it is thinking
`messages`         [{"id", "content", "embeds", "components", "flags", "ephemeral", "edited",
                   "deleted", "pings",
                   "attachments": [{"filename", "size", "description", "path"}]}]
`modal`            {"custom_id", "title", "components"} or null
`notice`           what the console says for itself, else null
`error`            null or {"code", "message"}; "no_response" where the bot was silent

Ids are strings, as in Discord's JSON; embeds and components are Discord's own.
"""

import json
from collections.abc import AsyncIterable, Iterable
from typing import Any, TextIO

from bot.console import words
from bot.console.outcomes import Outcome, Played, Refused, Shown, Told, Turn
from bot.console.piped import run_piped
from bot.console.session import Session
from bot.local.exchange import Attachment, Modal, Person, Reply, SentMessage

Json = dict[str, Any]


async def run_json(session: Session, lines: AsyncIterable[str], out: TextIO) -> int:
    """Run each line and write its object; see `run_piped`.

    Messages that came on their own follow in an object whose input is null.
    """
    return await run_piped(session, lines, out, turn_lines)


def turn_lines(turn: Turn | None, arrivals: Iterable[SentMessage], session: Session) -> str:
    """Return a turn, and what came on its own, as one JSON line each."""
    objects = []
    if turn:
        objects.append(_base(turn.line, turn.person, session) | _outcome(turn.outcome, session))
    if messages := _messages(arrivals, session):
        objects.append(_base(None, session.desk.person, session) | {"messages": messages})
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def _base(line: str | None, person: Person, session: Session) -> Json:
    return {
        "input": line,
        "member": {"id": str(person.id), "name": person.name},
        "channel": session.desk.channel,
        "date": session.desk.now().date().isoformat(),
        "kind": "console",
        "command": None,
        "acknowledged_ms": None,
        "deferred": False,
        "messages": [],
        "modal": None,
        "notice": None,
        "error": None,
    }


def _outcome(outcome: Outcome, session: Session) -> Json:
    if isinstance(outcome, Played):
        return {"command": outcome.command} | _reply(outcome.reply, session)
    if isinstance(outcome, Refused):
        return {"error": {"code": outcome.code, "message": outcome.text}}
    if isinstance(outcome, Shown):
        return {"messages": _messages(outcome.messages, session)}
    return {"notice": outcome.text} if isinstance(outcome, Told) else {}


def _reply(reply: Reply, session: Session) -> Json:
    waited = reply.acknowledged_ms
    silent = {"code": words.NO_ANSWER, "message": words.silence(reply, "The application")}
    return {
        "kind": str(reply.kind),
        "acknowledged_ms": None if waited is None else round(waited, 3),
        "deferred": reply.deferred,
        "messages": _messages(reply.messages, session),
        "modal": _modal(reply.modal) if reply.modal else None,
        "error": silent if waited is None else None,
    }


def _messages(messages: Iterable[SentMessage], session: Session) -> list[Json]:
    return [
        {
            "id": str(m.id),
            "content": m.content,
            "embeds": list(m.embeds),
            "components": list(m.components),
            "flags": m.flags,
            "ephemeral": m.ephemeral,
            "edited": m.edits > 0,
            "deleted": m.deleted,
            "pings": [str(i) for i in m.pings],
            "attachments": [_file(a, session) for a in m.attachments],
        }
        for m in messages
    ]


def _file(file: Attachment, session: Session) -> Json:
    return {
        "filename": file.filename,
        "size": len(file.content),
        "description": file.description,
        "path": session.desk.saved(file),
    }


def _modal(modal: Modal) -> Json:
    return {
        "custom_id": modal.custom_id,
        "title": modal.title,
        "components": list(modal.components),
    }
