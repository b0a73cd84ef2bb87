"""A bot that only plays words never pays for the recommender."""

import subprocess
import sys

HEAVY = "('recsys', 'scipy', 'torch')"


def test_recommender_stays_off_the_hot_start() -> None:
    """Making the bot, with the recommender's commands on it, loads none of it."""
    code = f"import sys, bot.build; print([m for m in sys.modules if m.split('.')[0] in {HEAVY}])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_errors_are_told_without_it() -> None:
    """Nor does the text of an error of the game."""
    code = (
        "import sys\n"
        "from bot.i18n import tongue\n"
        "from bot.text import error_words\n"
        "from game.errors import EmptyGuess\n"
        "assert error_words(EmptyGuess(), tongue('en'))\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('recsys', 'scipy')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
