"""Limits on a message: content, embeds, mentions and attachments."""

from typing import Any

from bot.local.validation.components import check_components
from bot.local.validation.problems import Json, Path, Problems

CONTENT, EMBEDS, EMBED_SUM, FIELDS, FILES = 2000, 10, 6000, 25, 10
COMPONENTS_V2 = 1 << 15
EMBED_TEXTS = (
    (("title",), 256),
    (("description",), 4096),
    (("footer", "text"), 2048),
    (("author", "name"), 256),
)
SCHEMES = ("http://", "https://", "attachment://")
MENTION_KINDS = ("roles", "users", "everyone")


def check_message(
    problems: Problems, data: Json, path: Path = (), *, layout: bool | None = None
) -> None:
    """Check a message to be created or edited; `layout` where an edit keeps its V2 flag."""
    if layout is None:
        layout = bool((data.get("flags") or 0) & COMPONENTS_V2)
    if data.get("content") is not None:
        problems.length((*path, "content"), data["content"], 0, CONTENT)
    _check_embeds(problems, data.get("embeds") or [], (*path, "embeds"))
    if data.get("components"):
        check_components(problems, data["components"], (*path, "components"), layout=layout)
    if layout:
        _check_layout_alone(problems, data, path)
    if isinstance(data.get("allowed_mentions"), dict):
        _check_mentions(problems, data["allowed_mentions"], (*path, "allowed_mentions"))
    problems.count((*path, "attachments"), data.get("attachments") or [], 0, FILES)
    if data.get("nonce") is not None:
        problems.length((*path, "nonce"), str(data["nonce"]), 0, 25)


def embed_size(embed: Json) -> int:
    """Return how many characters of an embed count towards the sum of 6,000."""
    total = sum(len(str(_inside(embed, keys) or "")) for keys, _ in EMBED_TEXTS)
    for field in embed.get("fields") or []:
        total += len(str(field.get("name", ""))) + len(str(field.get("value", "")))
    return total


def _check_embeds(problems: Problems, embeds: object, path: Path) -> None:
    if not isinstance(embeds, list):
        problems.kind(path, "array")
        return
    problems.count(path, embeds, 0, EMBEDS)
    for index, embed in enumerate(embeds):
        _check_embed(problems, embed, (*path, index))
    if sum(map(embed_size, embeds)) > EMBED_SUM:
        text = f"Embed size exceeds maximum size of {EMBED_SUM}"
        problems.add(path, "MAX_EMBED_SIZE_EXCEEDED", text)


def _check_embed(problems: Problems, embed: Json, path: Path) -> None:
    for keys, maximum in EMBED_TEXTS:
        value = _inside(embed, keys)
        if value is not None:
            problems.length((*path, *keys), value, 0, maximum)
    fields = embed.get("fields") or []
    problems.count((*path, "fields"), fields, 0, FIELDS)
    for index, field in enumerate(fields):
        problems.length((*path, "fields", index, "name"), field.get("name"), 1, 256)
        problems.length((*path, "fields", index, "value"), field.get("value"), 1, 1024)
    for keys in (("url",), ("image", "url"), ("thumbnail", "url"), ("author", "icon_url")):
        _check_url(problems, _inside(embed, keys), (*path, *keys))


def _check_url(problems: Problems, url: object, path: Path) -> None:
    if url is not None and not str(url).startswith(SCHEMES):
        text = f'Scheme "{str(url).partition(":")[0]}" is not supported.'
        problems.add(path, "URL_TYPE_INVALID_SCHEME", text)


def _check_layout_alone(problems: Problems, data: Json, path: Path) -> None:
    for key in ("content", "embeds"):
        if data.get(key):
            text = f"The 'MessageFlags.IS_COMPONENTS_V2' flag cannot be used with {key}"
            problems.add((*path, key), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text)


def _check_mentions(problems: Problems, mentions: Json, path: Path) -> None:
    parse = mentions.get("parse") or []
    for index, kind in enumerate(parse):
        if kind not in MENTION_KINDS:
            problems.one_of((*path, "parse", index), MENTION_KINDS)
    for kind in ("users", "roles"):
        problems.count((*path, kind), mentions.get(kind) or [], 0, 100)
        if kind in parse and mentions.get(kind):
            text = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            problems.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", text)


def _inside(embed: Json, keys: tuple[str, ...]) -> Any:  # noqa: ANN401
    value: Any = embed
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
