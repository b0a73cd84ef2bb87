"""What SimCord's interactions lack: languages, installations, and places outside servers."""

from typing import Any

import simcord.interactions
from stage.hall import ELSEWHERE, GROUP

_base_payload = simcord.interactions.base_payload
ELSEWHERE_ID = 4_000_000_000_000_000_000
TEXT_CHANNEL, GROUP_CHANNEL = 0, 3


class Payloads:
    """Completes the payloads of interactions; while `private` is set they come from there."""

    def __init__(self) -> None:
        self.locales: dict[int, str] = {}
        self.guild_locales: dict[int, str] = {}
        self.private: str | None = None

    def base(self, backend: Any, *, user_id: int, guild_id: int | None, **more: Any) -> Any:
        """The record and the payload of a new interaction."""
        record, payload = _base_payload(backend, user_id=user_id, guild_id=guild_id, **more)
        payload["locale"] = self.locales.get(user_id, "en-US")
        if guild_id is not None:
            payload["guild_locale"] = self.guild_locales.get(guild_id, "en-US")
        payload["authorizing_integration_owners"] = {"0": str(guild_id or 0)}
        if self.private is not None:
            payload["authorizing_integration_owners"] = {"1": str(user_id)}
            _privately(payload, self.private)
        return record, payload


def _privately(payload: dict[str, Any], where: str) -> None:
    if where == GROUP:
        payload["context"] = 2
        people = {"recipients": [payload["user"]], "icon": None, "owner_id": payload["user"]["id"]}
        payload["channel"] = payload["channel"] | people | {"type": GROUP_CHANNEL, "name": GROUP}
    else:
        assert where == ELSEWHERE
        payload["context"] = 0
        _in_a_server(payload)


def _in_a_server(payload: dict[str, Any]) -> None:
    guild = {"id": str(ELSEWHERE_ID), "locale": "en-US", "features": []}
    payload |= {"guild_id": guild["id"], "guild": guild, "guild_locale": "en-US"}
    member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}
    payload["member"] = {"user": payload.pop("user"), "permissions": "0", "flags": 0, **member}
    channel = {"type": TEXT_CHANNEL, "name": "general", "guild_id": guild["id"], "position": 0}
    channel |= {"permission_overwrites": [], "permissions": "0"}
    payload["channel"] = {"id": payload["channel"]["id"], **channel}
