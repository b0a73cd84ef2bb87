"""Rate limit headers, and optionally the limits themselves."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.local.faults import Limit
from bot.local.state import Json

# (requests, seconds) that Discord is known to allow per channel; the rest is generous.
RULES = {
    ("POST", "/channels/{channel_id}/messages"): (5, 5.0),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): (5, 5.0),
    ("POST", "/channels/{channel_id}/threads"): (50, 300.0),
}
GENEROUS = (5000, 1.0)
MAJOR = ("channel_id", "guild_id", "application_id", "token")


@dataclass(slots=True)
class Bucket:
    """A fixed window of requests."""

    limit: int
    window_s: float
    used: int = 0
    resets: float = 0.0

    def take(self, now: float) -> float:
        """Use one request up; return 0, or the seconds to wait if none is left."""
        if now >= self.resets:
            self.used, self.resets = 0, now + self.window_s
        if self.used >= self.limit:
            return self.resets - now
        self.used += 1
        return 0.0


class RateLimits:
    """Buckets by route and major parameter; without `enforced` nothing ever runs out."""

    def __init__(self, now: Callable[[], float], *, enforced: bool) -> None:
        self._now = now
        self._enforced = enforced
        self._buckets: dict[tuple[str, str], Bucket] = {}

    def take(
        self, method: str, path: str, params: Mapping[str, str]
    ) -> tuple[dict[str, str], float]:
        """Return the headers for a request and the seconds to wait if it is too many."""
        name = bucket_name(method, path)
        limit, window = RULES.get((method, path), GENEROUS) if self._enforced else GENEROUS
        if limit == GENEROUS[0]:
            return headers(name, limit, limit - 1, self._now() + window, window), 0.0
        major = "+".join(params[m] for m in MAJOR if m in params)
        bucket = self._buckets.setdefault((name, major), Bucket(limit, window))
        wait = bucket.take(self._now())
        left = max(0.0, bucket.resets - self._now())
        return headers(name, limit, limit - bucket.used, bucket.resets, left), wait


_NAMES: dict[tuple[str, str], str] = {}


def bucket_name(method: str, path: str) -> str:
    """Return the stable name of a route's bucket."""
    key = (method, path)
    if key not in _NAMES:
        digest = hashlib.sha256(f"{method} {path}".encode())
        _NAMES[key] = digest.hexdigest()[:32]
    return _NAMES[key]


def headers(
    bucket: str, limit: int, remaining: int, reset: float, reset_after: float
) -> dict[str, str]:
    """Return Discord's rate limit headers."""
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{reset:.3f}",
        "X-RateLimit-Reset-After": f"{reset_after:.3f}",
        "X-RateLimit-Bucket": bucket,
    }


def too_many(kind: Limit, retry_after: float) -> tuple[Json | str, dict[str, str]]:
    """Return body and headers of a 429; Cloudflare's is a page of HTML without `Via`."""
    if kind is Limit.CLOUDFLARE:
        return "<html>error code: 1015</html>", {"Retry-After": "3600"}
    limited: Json = {"message": "You are being rate limited.", "retry_after": retry_after}
    limited["global"] = kind is Limit.GLOBAL
    extra = {"Via": "1.1 google", "Retry-After": str(max(1, round(retry_after)))}
    extra["X-RateLimit-Scope"] = kind.value
    return limited, extra | ({"X-RateLimit-Global": "true"} if kind is Limit.GLOBAL else {})
