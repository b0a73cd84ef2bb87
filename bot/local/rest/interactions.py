"""Routes of interactions and of the webhook that answers them."""

from collections.abc import Callable

from bot.local import message_payloads
from bot.local.apierror import unknown
from bot.local.interactions import Interactions
from bot.local.rest.call import Call, Route
from bot.local.state import Json, StoredMessage, World

MESSAGES = "/webhooks/{application_id}/{token}/messages/{which}"


class InteractionRoutes:
    """Callback, original answer, follow-ups."""

    def __init__(self, world: World, desk: Interactions, cdn: Callable[[], str]) -> None:
        self._world = world
        self._desk = desk
        self._cdn = cdn

    def routes(self) -> list[Route]:
        """Return the routes, the busiest first."""
        return [
            Route(
                "POST", "/interactions/{interaction_id}/{token}/callback", self.callback, open=True
            ),
            Route("POST", "/webhooks/{application_id}/{token}", self.follow_up, open=True),
            Route("GET", MESSAGES, self.get, open=True),
            Route("PATCH", MESSAGES, self.edit, open=True),
            Route("DELETE", MESSAGES, self.delete, open=True),
        ]

    def callback(self, call: Call) -> Json | None:
        """Acknowledge an interaction."""
        token = call.params["token"]
        made = self._desk.callback(call.id("interaction_id"), token, call.draft)
        if call.query.get("with_response", "0") in ("0", "false"):
            return None
        message = made["resource"].get("message")
        if message is not None:
            made["resource"]["message"] = self._json(message)
        return made

    def follow_up(self, call: Call) -> Json | None:
        """Send a follow-up; without wait=true Discord answers nothing."""
        made = self._desk.follow_up(self._token(call), call.draft)
        return self._json(made) if call.query.get("wait", "0") not in ("0", "false") else None

    def get(self, call: Call) -> Json:
        """Return an answer."""
        return self._json(self._desk.message(self._token(call), call.params["which"]))

    def edit(self, call: Call) -> Json:
        """Edit an answer."""
        return self._json(self._desk.edit(self._token(call), call.params["which"], call.draft))

    def delete(self, call: Call) -> None:
        """Delete an answer."""
        self._desk.delete(self._token(call), call.params["which"])

    def _token(self, call: Call) -> str:
        if call.id("application_id") != self._world.application_id:
            raise unknown("Webhook")
        return call.params["token"]

    def _json(self, message: StoredMessage) -> Json:
        return message_payloads.message(message, self._world, self._cdn())
