"""The contract of `embedding.encoder.Encoder`, held by every adapter.

Everything that needs the real model is here, so that a run loads it once.
"""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from embedding.encoder import Encoder
from embedding.errors import ExportMismatch, SnapshotDamaged
from embedding.http import HttpEncoder
from embedding.onnx import OnnxEncoder
from embedding.onnx_export import export_onnx, open_onnx
from embedding.sentence import SentenceEncoder
from embedding.source import packaged_model
from embedding.toy import ToyEncoder

TEXTS = ["river", "a stream of water", "", "Straße", "日本語", "🌊", "@everyone", "x" * 2000]


@pytest.fixture(scope="session")
def toy() -> ToyEncoder:
    """The toy."""
    return ToyEncoder(32)


@pytest.fixture(scope="session")
def http(toy: ToyEncoder) -> Iterator[HttpEncoder]:
    """An encoder behind a real server on the loopback, which answers with the toy's vectors."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            vectors = 3 * toy.encode(question["input"])
            data = [{"index": n, "embedding": row.tolist()} for n, row in enumerate(vectors)]
            body = json.dumps({"data": data[::-1]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}/v1"
        with HttpEncoder(url, "toy", 32, batch_size=3) as encoder:
            yield encoder
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def sentence() -> SentenceEncoder:
    """The reference on the packaged model."""
    return SentenceEncoder(packaged_model(), batch_size=3)


@pytest.fixture(scope="session")
def onnx_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this run's export lies."""
    return tmp_path_factory.mktemp("onnx")


@pytest.fixture(scope="session")
def onnx(onnx_folder: Path) -> OnnxEncoder:
    """The packaged model, exported and compared for this run."""
    return open_onnx(packaged_model(), onnx_folder, batch_size=3)


REAL = [pytest.param(name, marks=pytest.mark.encoder) for name in ("sentence", "onnx")]


@pytest.fixture(params=["toy", "http", *REAL])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    """Every adapter."""
    found: Encoder = request.getfixturevalue(request.param)
    return found


def test_unit_rows(encoder: Encoder) -> None:
    """Any text, the empty one and a very long one too, becomes a float32 row of length one."""
    rows = encoder.encode(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), encoder.dimension)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_none(encoder: Encoder) -> None:
    """No texts give no rows, of the right width."""
    rows = encoder.encode([])
    assert rows.dtype == np.float32
    assert rows.shape == (0, encoder.dimension)


def test_order_is_kept(encoder: Encoder) -> None:
    """Each text has the same vector wherever it stands and whatever stands beside it."""
    forward, backward = encoder.encode(TEXTS), encoder.encode(TEXTS[::-1])
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(forward, backward[::-1], atol=1e-5)
    np.testing.assert_allclose(forward, alone, atol=1e-5)


def test_texts_differ(encoder: Encoder) -> None:
    """Different words have different vectors, equal words equal ones."""
    rows = encoder.encode(["river", "justice", "river"])
    assert rows[0] @ rows[1] < 0.9
    assert rows[0] @ rows[2] == pytest.approx(1, abs=1e-5)


def test_threads(encoder: Encoder) -> None:
    """Calls from several threads at once answer as one call does."""
    alone = encoder.encode(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        for rows in pool.map(lambda _: encoder.encode(TEXTS), range(8)):
            np.testing.assert_allclose(rows, alone, atol=1e-5)


def test_model_id(encoder: Encoder) -> None:
    """The id is a short printable name, and the dimension a positive number."""
    assert encoder.model_id.isprintable()
    assert 0 < len(encoder.model_id) <= 200
    assert encoder.dimension > 0


@pytest.mark.parametrize("name", ["http", *REAL])
def test_progress(name: str, request: pytest.FixtureRequest) -> None:
    """Progress is told after each batch and ends at the number of texts."""
    seen: list[tuple[int, int]] = []
    request.getfixturevalue(name).encode(TEXTS, lambda done, total: seen.append((done, total)))
    assert seen == [(3, 8), (6, 8), (8, 8)]


@pytest.mark.encoder
def test_meaning(sentence: SentenceEncoder) -> None:
    """The real model knows what words mean, where the toy would go by letters."""
    cat, kitten, category = sentence.encode(["a cat", "a kitten", "a category"])
    assert cat @ kitten > cat @ category + 0.2


@pytest.mark.encoder
def test_onnx_agrees(sentence: SentenceEncoder, onnx: OnnxEncoder) -> None:
    """The export has the reference's id and its vectors, on texts nobody compared before."""
    assert onnx.model_id == sentence.model_id
    texts = ["mountain", "to run", "An unusually long sentence, with commas; and more.", "ñandú"]
    cosines = (sentence.encode(texts) * onnx.encode(texts)).sum(axis=1)
    assert cosines.min() > 1 - 1e-5


@pytest.mark.encoder
def test_mismatch_leaves_the_old_export(
    onnx: OnnxEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export that does not agree is refused, and what was in the folder stays as it was."""
    (tmp_path / "manifest.json").write_text("the old one")
    monkeypatch.setattr("embedding.onnx_export.LEAST_COSINE", 1.1)
    with pytest.raises(ExportMismatch):
        export_onnx(packaged_model(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    assert (tmp_path / "manifest.json").read_text() == "the old one"


@pytest.mark.encoder
def test_exported_once(
    onnx: OnnxEncoder, onnx_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is exported already is opened, not exported again."""
    monkeypatch.setattr("embedding.onnx_export.export_onnx", None)
    assert open_onnx(packaged_model(), onnx_folder).model_id == onnx.model_id


@pytest.mark.encoder
def test_export_needs_no_torch(onnx: OnnxEncoder, onnx_folder: Path) -> None:
    """A process that uses the export never loads torch, and gets the same vectors."""
    code = (
        "import sys, pathlib\n"
        "from embedding.onnx_export import open_onnx\n"
        "from embedding.source import packaged_model\n"
        "encoder = open_onnx(packaged_model(), pathlib.Path(sys.argv[1]))\n"
        "print(encoder.encode(['river'])[0, :3].tolist(), 'torch' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(onnx_folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"{onnx.encode(['river'])[0, :3].tolist()} False"


@pytest.mark.encoder
def test_damaged_export(onnx: OnnxEncoder, onnx_folder: Path, tmp_path: Path) -> None:
    """An export of which a byte has changed is refused, not run."""
    shutil.copytree(onnx_folder, tmp_path / "copy")
    (model,) = (tmp_path / "copy").glob("model-*.part")
    with model.open("r+b") as file:
        file.seek(1000)
        file.write(bytes([file.read(1)[0] ^ 1]))
    with pytest.raises(SnapshotDamaged) as caught:
        OnnxEncoder(tmp_path / "copy")
    assert caught.value.part == "model"
