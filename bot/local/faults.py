"""Faults to order: what goes wrong, on which request, how many times."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Limit(StrEnum):
    """The kinds of 429: Discord's three scopes, and Cloudflare's ban, which has no `Via` header."""

    ROUTE = "user"
    SHARED = "shared"
    GLOBAL = "global"
    CLOUDFLARE = "cloudflare"


@dataclass(slots=True)
class RestFault:
    """One queued fault: an error status, a 429, a reset, a delay or a slow body.

    With `applied` the request is carried out and only its answer is lost.
    """

    method: str
    pattern: re.Pattern[str]
    times: int
    status: int | None = None
    limit: Limit | None = None
    retry_after: float = 0.0
    reset: bool = False
    delay_s: float = 0.0
    slow_body_s: float = 0.0
    applied: bool = False


def route_pattern(route: str) -> re.Pattern[str]:
    """Compile a path below /api/v10 where `*` stands for one segment."""
    return re.compile(re.escape(route).replace(r"\*", "[^/]+") + r"\Z")


class Faults:
    """The faults queued for the REST side and the gateway; the first that matches is used.

    Routes are paths below the API's root with `*` for one segment, such as
    "/channels/*/messages"; a method of "*" matches all.
    """

    def __init__(self) -> None:
        self.rest: list[RestFault] = []
        self.seen: list[tuple[str, str]] = []
        self.heartbeats_unanswered = False
        self.duplicate_interactions = 0
        self.refused_connections: list[int] = []

    def fail(
        self, method: str, route: str, status: int, *, times: int = 1, applied: bool = False
    ) -> None:
        """Answer with an error status (500, 502, 503, 504, 403 …)."""
        self._add(RestFault(method, route_pattern(route), times, status=status, applied=applied))

    def reset(self, method: str, route: str, *, times: int = 1, applied: bool = False) -> None:
        """Reset the TCP connection instead of answering."""
        self._add(RestFault(method, route_pattern(route), times, reset=True, applied=applied))

    def delay(self, method: str, route: str, seconds: float, *, times: int = 1) -> None:
        """Wait before carrying the request out."""
        self._add(RestFault(method, route_pattern(route), times, delay_s=seconds))

    def slow_body(self, method: str, route: str, seconds: float, *, times: int = 1) -> None:
        """Carry the request out, send half of the answer, and the rest after `seconds`."""
        self._add(RestFault(method, route_pattern(route), times, slow_body_s=seconds))

    def limit(
        self, method: str, route: str, kind: Limit, *, retry_after: float = 0.1, times: int = 1
    ) -> None:
        """Answer 429 of the given kind; `retry_after` is in seconds."""
        fault = RestFault(
            method, route_pattern(route), times, limit=kind, status=429, retry_after=retry_after
        )
        self._add(fault)

    def refuse_gateway(self, status: int = 503, *, times: int = 1) -> None:
        """Answer the next attempts to open the gateway with an HTTP error."""
        self.refused_connections.extend([status] * times)

    def clear(self) -> None:
        """Forget every fault that has not happened yet."""
        self.rest.clear()
        self.refused_connections.clear()
        self.heartbeats_unanswered = False
        self.duplicate_interactions = 0

    def take(self, method: str, path: str) -> RestFault | None:
        """Return the fault for this request, used up by one, and note in `seen` that it struck."""
        for fault in self.rest:
            if fault.method in ("*", method) and fault.pattern.match(path):
                self._use(fault)
                self.seen.append((method, path))
                return fault
        return None

    def _add(self, fault: RestFault) -> None:
        self.rest.append(fault)

    def _use(self, fault: RestFault) -> None:
        fault.times -= 1
        if fault.times <= 0:
            self.rest.remove(fault)
