"""The bot in earnest: kept connected, watched, and telling how it does where a port is set."""

import logging
from collections import deque
from contextlib import AsyncExitStack

from bot.app import App
from bot.build import build_client
from bot.client import Notebook, WarmerClient
from bot.health import Health, listening
from bot.i18n import LANGUAGES, tongue
from bot.prometheus import CONTENT_TYPE, PrometheusMetrics
from bot.serve import serve
from bot.watchdog import Watchdog

_log = logging.getLogger(__name__)


async def run_service(
    app: App, notebook: Notebook, token: str, metrics: PrometheusMetrics | None
) -> None:
    """Serve until told to stop; with `metrics`, also over HTTP on the settings' port.

    Raises PortTaken, LoginRefused or GatewayRefused.
    """
    at_work: deque[WarmerClient] = deque(maxlen=1)

    def make() -> WarmerClient:
        at_work.append(build_client(app, notebook, **app.settings.shard_options()))
        return at_work[-1]

    def probe() -> object:
        return notebook.note("health")

    for code in LANGUAGES:  # or the first answers in each would block the loop while they load
        tongue(code).load()
    async with AsyncExitStack() as stack:
        watchdog = await stack.enter_async_context(Watchdog(app.metrics))
        host, port = app.settings.host, app.settings.port
        if metrics is not None and port is not None:
            health = Health(app, probe, lambda: at_work[-1] if at_work else None, watchdog)
            page = listening(host, port, health, metrics.page, CONTENT_TYPE)
            opened = await stack.enter_async_context(page)
            _log.info("health and figures at http://%s:%s", host, opened)
        await serve(make, token)
