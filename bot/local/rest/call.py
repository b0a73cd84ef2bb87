"""A REST request taken apart, and the routes' table."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from bot.local.apierror import ApiError
from bot.local.posting import Draft, Upload
from bot.local.state import Json

NOTHING = object()


@dataclass(frozen=True, slots=True)
class Call:
    """One request: the parameters of its path and query, its JSON body and its files."""

    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    files: tuple[Upload, ...]

    def id(self, name: str) -> int:
        """Return a parameter of the path as an id."""
        return int(self.params[name])

    @property
    def json(self) -> Json:
        """Return the body where an object is expected."""
        return self.body if isinstance(self.body, dict) else {}

    @property
    def draft(self) -> Draft:
        """Return the body as a message."""
        return Draft(self.json, self.files)


Handler = Callable[[Call], Any]


@dataclass(frozen=True, slots=True)
class Route:
    """A method and path template; `open` ones need no token of the bot."""

    method: str
    path: str
    handler: Handler
    open: bool = False


async def read(request: web.Request) -> Call:
    """Read a request, multipart or JSON. Raises ApiError 50109 for a body that is no JSON."""
    files: tuple[Upload, ...] = ()
    if request.content_type == "multipart/form-data":
        text, files = await _multipart(request)
    else:
        text = await request.read() if request.can_read_body else b""
    try:
        body = json.loads(text) if text else None
    except ValueError:
        text_message = "The request body contains invalid JSON."
        raise ApiError(400, 50109, text_message) from None
    return Call(request.match_info, request.query, body, files)


async def _multipart(request: web.Request) -> tuple[bytes, tuple[Upload, ...]]:
    payload, files = b"", []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        name, content = part.name or "", bytes(await part.read())
        if name == "payload_json":
            payload = content
        else:
            index = int("".join(filter(str.isdigit, name)) or 0)
            files.append(Upload(index, part.filename or name, content))
    return payload, tuple(files)


Serve = Callable[[web.Request], Awaitable[web.StreamResponse]]
