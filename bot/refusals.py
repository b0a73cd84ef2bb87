"""Why Discord does not let the bot in; apart from discord.py, so that naming them is cheap."""

from dataclasses import dataclass


class LoginRefused(Exception):
    """Discord does not accept the token."""


@dataclass(eq=False)
class GatewayRefused(Exception):
    """Discord refuses the connection for good, with that close code."""

    code: int


@dataclass(eq=False)
class PortTaken(Exception):
    """Another program listens on the port that was asked for."""

    port: int
