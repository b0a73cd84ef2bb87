"""The HTTP application: token check, rate limits, faults, errors, and unknown routes said aloud."""

import asyncio
import json
import logging
import socket
import struct
from collections.abc import Iterable

from aiohttp import web

from bot.local.apierror import ApiError, unauthorized
from bot.local.faults import Faults, Limit, RestFault
from bot.local.rest.call import Call, Route, Serve, read
from bot.local.rest.limits import RateLimits, too_many

log = logging.getLogger(__name__)
API = "/api/v10"
BODY_LIMIT = 64 * 1024 * 1024


class RestApp:
    """Serves routes below /api/v10 and counts what is under way."""

    def __init__(self, token: str, faults: Faults, limits: RateLimits) -> None:
        self._authorization = f"Bot {token}"
        self._faults = faults
        self._limits = limits
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.requests = 0
        self.unknown_routes: list[tuple[str, str]] = []

    def application(self, routes: Iterable[Route]) -> web.Application:
        """Return the aiohttp application with these routes."""
        app = web.Application(client_max_size=BODY_LIMIT)
        for route in routes:
            app.router.add_route(route.method, API + _regex(route.path), self._serve(route))
        app.router.add_route("*", API + "{tail:.*}", self._lost)
        return app

    async def idle(self) -> None:
        """Wait until no request is under way."""
        await self._idle.wait()

    def _serve(self, route: Route) -> Serve:
        async def serve(request: web.Request) -> web.StreamResponse:
            self._under_way += 1
            self.requests += 1
            self._idle.clear()
            try:
                return await self._answer(route, request)
            finally:
                self._under_way -= 1
                if not self._under_way:
                    self._idle.set()

        return serve

    async def _answer(self, route: Route, request: web.Request) -> web.StreamResponse:
        extra, wait = self._limits.take(route.method, route.path, request.match_info)
        call = await read(request)
        fault = self._faults.take(route.method, request.path.removeprefix(API))
        if fault is not None and (early := await self._strike(fault, request, route, call, extra)):
            return early
        if wait > 0:
            return _limited(Limit.ROUTE, wait, extra)
        status, body = self._carry_out(route, request, call)
        if fault is not None and fault.slow_body_s:
            return await _slowly(request, status, body, extra, fault.slow_body_s)
        return _response(status, body, extra)

    def _carry_out(self, route: Route, request: web.Request, call: Call) -> tuple[int, object]:
        try:
            if not route.open and request.headers.get("Authorization") != self._authorization:
                raise unauthorized()
            body = route.handler(call)
        except ApiError as error:
            return error.status, error.body()
        return (204, None) if body is None else (200, body)

    async def _strike(
        self,
        fault: RestFault,
        request: web.Request,
        route: Route,
        call: Call,
        extra: dict[str, str],
    ) -> web.StreamResponse | None:
        if fault.delay_s:
            await asyncio.sleep(fault.delay_s)
        if fault.applied:
            self._carry_out(route, request, call)
        if fault.reset:
            return _reset(request)
        if fault.limit is not None:
            return _limited(fault.limit, fault.retry_after, extra)
        if fault.status is not None:
            code = 50001 if fault.status == web.HTTPForbidden.status_code else 0
            return _response(
                fault.status, {"message": f"{fault.status}: fault", "code": code}, extra
            )
        return None

    async def _lost(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix(API)
        self.unknown_routes.append((request.method, path))
        log.error("local Discord has no route %s %s", request.method, path)
        return _response(404, {"message": "404: Not Found", "code": 0}, {})


def _regex(path: str) -> str:
    return path.replace("_id}", r"_id:\d+}").replace("{which}", r"{which:@original|\d+}")


def _limited(kind: Limit, retry_after: float, extra: dict[str, str]) -> web.Response:
    body, more = too_many(kind, retry_after)
    if isinstance(body, str):
        return web.Response(status=429, text=body, content_type="text/html", headers=more)
    return _response(429, body, extra | more)


def _response(status: int, body: object, extra: dict[str, str]) -> web.Response:
    if body is None:
        return web.Response(status=status, headers=extra)
    # content_type with bytes, not text: discord.py reads JSON only where no charset follows it.
    data = json.dumps(body).encode()
    return web.Response(status=status, body=data, headers=extra, content_type="application/json")


def _reset(request: web.Request) -> web.Response:
    transport = request.transport
    if transport is not None:
        raw = transport.get_extra_info("socket")
        # A linger of zero seconds makes the close a reset instead of a polite end.
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response(status=500)


async def _slowly(
    request: web.Request, status: int, body: object, extra: dict[str, str], seconds: float
) -> web.StreamResponse:
    data = b"" if body is None else json.dumps(body).encode()
    response = web.StreamResponse(status=status, headers=extra)
    response.content_type = "application/json"
    response.content_length = len(data)
    await response.prepare(request)
    await response.write(data[: len(data) // 2])
    await asyncio.sleep(seconds)
    await response.write(data[len(data) // 2 :])
    return response
