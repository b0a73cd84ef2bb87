"""Errors of the REST side, as Discord words them."""

from bot.local.state import Json
from bot.local.validation.problems import Problems


class ApiError(Exception):
    """An error answer: HTTP status, Discord's JSON code and message, and the nested `errors`."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        """Return the JSON body of the answer."""
        body: Json = {"message": self.message, "code": self.code}
        return body | ({"errors": self.errors} if self.errors else {})


def invalid(problems: Problems) -> ApiError:
    """Return Discord's answer to a body with these problems."""
    return ApiError(400, 50035, "Invalid Form Body", problems.errors())


def refuse(problems: Problems) -> None:
    """Raise 50035 when anything was found."""
    if problems:
        raise invalid(problems)


def unauthorized() -> ApiError:
    """Return the answer to a wrong token."""
    return ApiError(401, 0, "401: Unauthorized")


def unknown(what: str) -> ApiError:
    """Return "Unknown …" with Discord's code for that kind of thing."""
    return ApiError(404, UNKNOWN[what], f"Unknown {what}")


UNKNOWN = {
    "Channel": 10003,
    "Guild": 10004,
    "Member": 10007,
    "Message": 10008,
    "Role": 10011,
    "User": 10013,
    "Webhook": 10015,
    "interaction": 10062,
    "application command": 10063,
}
