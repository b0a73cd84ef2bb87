"""The start of every command is light."""

import subprocess
import sys


def printed(code: str) -> str:
    """What a fresh Python prints."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_commands_of_the_terminal_load_no_discord() -> None:
    """The command line is there without discord.py, aiohttp and urllib3, which few commands use."""
    heavy = "{'discord', 'aiohttp', 'urllib3'}"
    assert printed(f"import sys, bot.cli.main; print({heavy} & set(sys.modules))") == "set()"


def test_garbage_is_collected_again_once_the_command_line_is_there() -> None:
    """Collecting is put off while modules are imported, and no longer."""
    code = "import gc; from bot.start import _command_line; _command_line(); print(gc.isenabled())"
    assert printed(code) == "True"
