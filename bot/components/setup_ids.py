"""The custom ids of the setup's components: which of them, and what it wants."""

from enum import StrEnum


class Menu(StrEnum):
    """The select menus."""

    CHANNEL = "channel"
    HOUR = "hour"
    STYLE = "style"
    MIX = "mix"
    ROLE = "role"
    LANGUAGE = "language"
    ZONE = "zone"


class Page(StrEnum):
    """The setup has more menus than a message has room for."""

    FIRST = "1"
    MORE = "2"


OF_MENU = {
    Menu.CHANNEL: Page.FIRST, Menu.HOUR: Page.FIRST, Menu.STYLE: Page.FIRST, Menu.ZONE: Page.FIRST,
    Menu.MIX: Page.MORE, Menu.ROLE: Page.MORE, Menu.LANGUAGE: Page.MORE,
}  # fmt: skip
"""The page that each menu is on."""
DISCORDS = "-"
"""The choice of the language that the server has on Discord."""
TIME, ZONE = "time", "zone"
"""The fields of the form."""
FORM = "w1:setup:form"
SENT = "w1:setup:sent"
STOP = "w1:setup:stop"
MENUS = rf"w1:setup:(?P<menu>{'|'.join(Menu)})"
PAGES = rf"w1:setup:page:(?P<page>{'|'.join(Page)})"
THREADS = r"w1:setup:thread:(?P<thread>[01])"


def menu_id(menu: Menu) -> str:
    """The id of a menu."""
    return f"w1:setup:{menu}"


def page_id(page: Page) -> str:
    """The id of the button that turns to a page."""
    return f"w1:setup:page:{page}"


def thread_id(wanted: bool) -> str:
    """The id of the button that turns threads on or off: what it wants, so that twice is once."""
    return f"w1:setup:thread:{int(wanted)}"
