"""What a bot token says about the bot, and the address that invites it."""

import base64
import binascii

_NEEDED = (
    1 << 10  # view channels
    | 1 << 11  # send messages
    | 1 << 14  # embed links
    | 1 << 15  # attach files
    | 1 << 38  # send messages in threads
)


def application_id(token: str) -> int | None:
    """The application's id, which the token's first part holds; None where it is no token."""
    first, *rest = token.strip().split(".")
    if len(rest) != 2:
        return None
    try:
        return int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (binascii.Error, ValueError):
        return None


def invite_address(application: int) -> str:
    """Where a server's owner adds the bot, with the permissions it needs and no others."""
    return (
        f"https://discord.com/oauth2/authorize?client_id={application}"
        f"&scope=bot%20applications.commands&permissions={_NEEDED}"
    )
