"""Messages the bot sends and edits: checked, stored and announced in one place."""

from dataclasses import dataclass
from typing import Any

from bot.local.apierror import ApiError, refuse, unknown
from bot.local.exchange import EPHEMERAL, Attachment
from bot.local.mentions import pinged
from bot.local.state import LOADING, Channel, Json, StoredMessage, World
from bot.local.validation.components import layout_text, walk
from bot.local.validation.messages import COMPONENTS_V2, FILES, check_message
from bot.local.validation.problems import Path, Problems

ATTACHMENT_LIMIT = 10 * 1024 * 1024
SETTABLE = EPHEMERAL | COMPONENTS_V2 | (1 << 2) | (1 << 12)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart body; `index` is the n of its field `files[n]`."""

    index: int
    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A message body as it arrived, with its files and where it lies in the request."""

    data: Json
    files: tuple[Upload, ...] = ()
    path: Path = ()


def create(world: World, channel: Channel, draft: Draft, **origin: Any) -> StoredMessage:  # noqa: ANN401
    """Store a new message; `origin` sets further fields of StoredMessage.

    Raises ApiError 50035 for a broken limit and 50006 for an empty message.
    """
    message = StoredMessage(world.ids.next(), channel.id, world.clock(), **origin)
    fill(world, message, draft)
    world.store(message)
    return message


def fill(world: World, message: StoredMessage, draft: Draft) -> None:
    """Give a new (or still loading) message its first content. Raises ApiError."""
    data = draft.data
    _check(draft, layout=None)
    attachments = _attachments(world, (), draft)
    if not any(data.get(k) for k in ("content", "embeds", "components")) and not attachments:
        raise ApiError(400, 50006, "Cannot send an empty message")
    message.flags = (message.flags & ~LOADING) | ((data.get("flags") or 0) & SETTABLE)
    message.attachments = attachments
    _apply(message, data)
    _mention(world, message)


def edit(world: World, message: StoredMessage, draft: Draft) -> None:
    """Change the fields that are given; the ephemeral flag stays. Raises ApiError."""
    data = draft.data
    layout = bool((message.flags | (data.get("flags") or 0)) & COMPONENTS_V2)
    _check(draft, layout=layout)
    if layout:
        message.flags |= COMPONENTS_V2
    message.attachments = _attachments(world, message.attachments, draft)
    _apply(message, data)
    message.edits += 1
    message.edited = world.clock()
    world.announce_edit(message)


def appear(world: World, message: StoredMessage, draft: Draft) -> None:
    """Fill a message that was still "thinking…" and announce it. Raises ApiError."""
    ephemeral = message.flags & EPHEMERAL
    fill(world, message, draft)
    message.flags = (message.flags & ~EPHEMERAL) | ephemeral
    _mention(world, message)
    world.announce(message)


def delete(world: World, message: StoredMessage) -> None:
    """Delete a message and announce it."""
    message.deleted = True
    world.announce_edit(message)


def find(world: World, channel_id: int, message_id: int) -> StoredMessage:
    """Return a message that is there and public. Raises ApiError 10008."""
    message = world.messages.get(message_id)
    if message is None or message.deleted or message.ephemeral or message.channel_id != channel_id:
        raise unknown("Message")
    return message


def _check(draft: Draft, *, layout: bool | None) -> None:
    if sum(len(upload.content) for upload in draft.files) > ATTACHMENT_LIMIT:
        raise ApiError(413, 40005, "Request entity too large")
    problems = Problems()
    problems.count((*draft.path, "attachments"), draft.files, 0, FILES)
    check_message(problems, draft.data, draft.path, layout=layout)
    refuse(problems)


def _apply(message: StoredMessage, data: Json) -> None:
    if "content" in data:
        message.content = data["content"] or ""
    if "embeds" in data:
        message.embeds = list(data["embeds"] or [])
    if "components" in data:
        message.components = list(data["components"] or [])
        _number(message.components)
    if isinstance(data.get("allowed_mentions"), dict):
        message.allowed_mentions = data["allowed_mentions"]


def _number(components: list[Json]) -> None:
    taken = {c["id"] for _, c in walk(components) if c.get("id")}
    fresh = (i for i in range(1, 1000) if i not in taken)
    for _, component in walk(components):
        if not component.get("id"):
            component["id"] = next(fresh)


def _mention(world: World, message: StoredMessage) -> None:
    # An ephemeral message notifies nobody; neither does a silent one's text in an embed.
    text = "\n".join([message.content, *layout_text(message.components)])
    channel = world.channels[message.channel_id]
    hit = pinged(world, channel, text, message.allowed_mentions)
    message.pings = () if message.ephemeral else hit


def _attachments(
    world: World, present: tuple[Attachment, ...] | list[Attachment], draft: Draft
) -> list[Attachment]:
    listed = draft.data.get("attachments")
    described = {str(a.get("id")): a for a in listed or []}
    kept = [a for a in present if listed is None or str(a.id) in described]
    for upload in draft.files:
        about = described.get(str(upload.index), {})
        name = about.get("filename") or upload.filename
        made = Attachment(world.ids.next(), name, upload.content, about.get("description"))
        kept.append(made)
    return kept
