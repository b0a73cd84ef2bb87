"""The first and the last moments of the command."""

import signal
import subprocess
import sys
from pathlib import Path

PLAY = [sys.executable, "-m", "bot", "play", "--json", "--database"]


def test_term_ends_play_tidily(tmp_path: Path) -> None:
    """SIGTERM ends the console with 143 and leaves a closed database and no loose files."""
    database = tmp_path / "w.sqlite3"
    with subprocess.Popen(
        [*PLAY, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("/guess word:river\n")
        process.stdin.flush()
        assert '"command": "guess"' in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 143
    assert [path.name for path in tmp_path.iterdir()] == ["w.sqlite3"]


def test_closed_input_is_an_empty_one(tmp_path: Path) -> None:
    """Without any standard input the console ends at once and well."""
    shell = f'exec "{sys.executable}" -m bot play --database "{tmp_path}/w.sqlite3" <&-'
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
