"""The small word table, and whoever writes down what is said in public."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from stage.local_hall import LocalHall
from stage.play import Stage

from bot.local import posting
from embedding.words.table import WordTable


@pytest.fixture(scope="session")
def circle() -> WordTable:
    """Twenty-six words of one letter each in eight dimensions, every one a possible secret."""
    words = tuple(f"{chr(97 + n)}word" for n in range(26))
    vectors = np.random.default_rng(3).integers(-100, 100, (26, 8)).astype(np.int8)
    return WordTable(
        version="small-1",
        words=words,
        vectors=vectors,
        forms={},
        secrets=np.arange(26, dtype=np.int32),
        parts="n" * 26,
        zipf=np.full(26, 4, np.float32),
        glosses=[""] * 26,
    )


@pytest.fixture
def overhear(monkeypatch: pytest.MonkeyPatch) -> Callable[[Stage], list[str]]:
    """Writes down every public message of a stage, and every edit of one, from now on."""

    def listen(stage: Stage) -> list[str]:
        heard: list[str] = []
        if isinstance(stage.hall, LocalHall):
            _listen_local(heard, monkeypatch)
        else:
            _listen_sim(heard, stage.hall._env.backend, monkeypatch)  # type: ignore[attr-defined]  # SimHall's
        return heard

    return listen


def _listen_local(heard: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    apply = posting._apply

    def applied(message: Any, data: Any) -> None:
        apply(message, data)
        if not message.ephemeral:
            heard.append(_text(message))

    monkeypatch.setattr(posting, "_apply", applied)


def _listen_sim(heard: list[str], backend: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def hearing(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*args: Any, **more: Any) -> Any:
            message = change(*args, **more)
            if not message.is_ephemeral:
                heard.append(_text(message))
            return message

        return changed

    for name in ("commit_message", "edit_message"):
        monkeypatch.setattr(backend, name, hearing(getattr(backend, name)))


def _text(message: Any) -> str:
    parts = [message.content, message.embeds, message.components, message.attachments]
    return json.dumps(parts, ensure_ascii=False, default=str)
