"""The HTTP encoder against a real server on the loopback that misbehaves on purpose."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest

from embedding.errors import AnswerFault, BadAnswer, DimensionMismatch, Refused, Unreachable
from embedding.http import HttpEncoder

Answer = tuple[int, dict[str, str], bytes] | None


def answer(*rows: object, status: int = 200, **headers: str) -> Answer:
    """What the endpoint says when it holds those vectors."""
    data = [{"index": n, "embedding": row} for n, row in enumerate(rows)]
    return status, headers, json.dumps({"data": data}).encode()


def raw(body: bytes, status: int = 200, **headers: str) -> Answer:
    """An answer of those bytes."""
    return status, headers, body


@dataclass
class Endpoint:
    """A server that gives scripted answers one by one; None says nothing until the end."""

    port: int = 0
    script: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """The address of the service."""
        return f"http://127.0.0.1:{self.port}/v1"


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """A server with an empty script."""
    found = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.asked.append(json.loads(body) | {"path": self.path})
            found.keys.append(self.headers["Authorization"])
            scripted = found.script.pop(0)
            if scripted is None:
                found.finished.wait()
                return
            status, headers, text = scripted
            self.send_response(status)
            for name, value in {"Content-Length": str(len(text)), **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found
        found.finished.set()
        server.shutdown()
        thread.join()


Make = Callable[..., HttpEncoder]


@pytest.fixture
def make(endpoint: Endpoint) -> Iterator[Make]:
    """Opens encoders of two dimensions on the endpoint, and closes them."""
    opened: list[HttpEncoder] = []

    def open_encoder(**options: Any) -> HttpEncoder:
        options = {"timeout_s": 5.0, "retries": 2, "backoff_s": 0.0, **options}
        opened.append(HttpEncoder(endpoint.url, "m", 2, **options))
        return opened[-1]

    yield open_encoder
    for encoder in opened:
        encoder.close()


def test_question(endpoint: Endpoint, make: Make) -> None:
    """The question is what the OpenAI interface asks for, with the key where one is set."""
    endpoint.script = [answer([3, 4]), answer([3, 4])]
    make(api_key="secret").encode(["river"])
    make().encode(["river"])
    assert endpoint.asked[0] == {
        "path": "/v1/embeddings",
        "model": "m",
        "input": ["river"],
        "encoding_format": "float",
    }
    assert endpoint.keys == ["Bearer secret", None]


def test_batches_in_order(endpoint: Endpoint, make: Make) -> None:
    """Texts go in batches, and rows are put in order by their index and made unit length."""
    swapped = {"data": [{"index": 1, "embedding": [0, 9]}, {"index": 0, "embedding": [5, 0]}]}
    endpoint.script = [raw(json.dumps(swapped).encode()), answer([3, 4])]
    rows = make(batch_size=2).encode(["a", "b", "c"])
    np.testing.assert_allclose(rows, [[1, 0], [0, 1], [0.6, 0.8]], atol=1e-7)
    assert [asked["input"] for asked in endpoint.asked] == [["a", "b"], ["c"]]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_tries_again(endpoint: Endpoint, make: Make, status: int) -> None:
    """A refusal that may pass is tried again, after the pause the server asks for."""
    endpoint.script = [raw(b"", status, Retry_After="0"), raw(b"", status), answer([1, 0])]
    assert make().encode(["a"]).tolist() == [[1, 0]]
    assert len(endpoint.asked) == 3


def test_gives_up(endpoint: Endpoint, make: Make) -> None:
    """A server that stays busy is a refusal with its status, after all retries."""
    endpoint.script = [raw(b"", 503)] * 3
    with pytest.raises(Refused) as caught:
        make(retries=2).encode(["a"])
    assert caught.value.status == 503
    assert endpoint.script == []


@pytest.mark.parametrize("status", [301, 400, 401, 404])
def test_refusal(endpoint: Endpoint, make: Make, status: int) -> None:
    """A refusal that will not pass is not tried again, and no redirect is followed."""
    endpoint.script = [raw(b"", status, Location="/elsewhere")]
    with pytest.raises(Refused) as caught:
        make(api_key="secret").encode(["a"])
    assert caught.value.status == status
    assert "secret" not in f"{caught.value!r} {caught.value}"


def test_slow(endpoint: Endpoint, make: Make) -> None:
    """A server that does not answer in time is unreachable, and the reason says so."""
    endpoint.script = [None]
    with pytest.raises(Unreachable) as caught:
        make(timeout_s=0.05, retries=0).encode(["a"])
    assert caught.value.reason == "timeout"


def test_nobody_there() -> None:
    """A port where nobody listens is unreachable."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        encoder = HttpEncoder(url, "m", 2, retries=1, backoff_s=0)
        with encoder, pytest.raises(Unreachable) as caught:
            encoder.encode(["a"])
    assert caught.value.url.startswith(url)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"<html>", AnswerFault.NOT_JSON),
        (b"\xff\xfe", AnswerFault.NOT_JSON),
        (b"[" * 100_000, AnswerFault.NOT_JSON),
        (b"{}", AnswerFault.SHAPE),
        (b"[1]", AnswerFault.SHAPE),
        (b'{"data": "no"}', AnswerFault.SHAPE),
        (b'{"data": [{"embedding": [1, 2]}]}', AnswerFault.SHAPE),
        (b'{"data": [{"index": [], "embedding": [1, 2]}]}', AnswerFault.SHAPE),
        (b'{"data": [{"index": 0, "embedding": "AAAA"}]}', AnswerFault.SHAPE),
        (b'{"data": [{"index": 0, "embedding": [1, null]}]}', AnswerFault.SHAPE),
        (b'{"data": []}', AnswerFault.COUNT),
        (b'{"data": [{"index": 1, "embedding": [1, 2]}]}', AnswerFault.INDEX),
        (b'{"data": [{"index": 0, "embedding": [1, NaN]}]}', AnswerFault.NOT_FINITE),
        (b'{"data": [{"index": 0, "embedding": [1e999, 1]}]}', AnswerFault.NOT_FINITE),
        (b'{"data": [{"index": 0, "embedding": [%s, 1]}]}' % (b"9" * 400), AnswerFault.NOT_FINITE),
        (b'{"data": [{"index": 0, "embedding": [0, 0]}]}', AnswerFault.ZERO),
    ],
)
def test_garbage(endpoint: Endpoint, make: Make, body: bytes, fault: AnswerFault) -> None:
    """An answer without usable vectors is refused, and the fault is named."""
    endpoint.script = [raw(body)]
    with pytest.raises(BadAnswer) as caught:
        make().encode(["a"])
    assert caught.value.fault is fault


def test_wrong_dimension(endpoint: Endpoint, make: Make) -> None:
    """Vectors of another size than agreed on are refused with both sizes."""
    endpoint.script = [answer([1, 2, 3])]
    with pytest.raises(DimensionMismatch) as caught:
        make().encode(["a"])
    assert (caught.value.expected, caught.value.found) == (2, 3)
