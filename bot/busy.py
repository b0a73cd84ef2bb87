"""Why the bot turns a member away for a moment, through no fault of theirs."""


class Overloaded(Exception):
    """Too many calls wait already. Carries how many do."""

    def __init__(self, waiting: int) -> None:
        super().__init__(waiting)
        self.waiting = waiting


class Stopping(Exception):
    """The bot is about to stop, and takes up nothing new."""
