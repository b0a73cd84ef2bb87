"""Models on the disk: found, described and verified without loading anything heavy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from embedding.errors import MissingDependency, ModelDamaged, ModelMissing
from embedding.sentence import SentenceEncoder
from embedding.source import PACKAGED_SHA256, HubModel, ModelFolder, find_model, packaged_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like a model of three dimensions."""
    path = tmp_path / "tiny"
    path.mkdir()
    (path / "config.json").write_text('{"hidden_size": 3}')
    (path / "model.safetensors").write_bytes(b"weights")
    return path


def test_torch_stays_out() -> None:
    """Importing the encoder and asking for its id and dimension loads no torch."""
    code = (
        "import sys, embedding.sentence, embedding.onnx, embedding.onnx_export\n"
        "from embedding.source import find_model\n"
        "encoder = embedding.sentence.SentenceEncoder(find_model())\n"
        "assert encoder.dimension == 384 and '53aa' in encoder.model_id\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnxruntime', 'hnswlib'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_packaged_weights_are_the_published_ones() -> None:
    """The installed package holds the weights that were published upstream."""
    model = packaged_model()
    model.verify()
    assert model.found_sha256 == PACKAGED_SHA256
    assert model.dimension == 384


def test_damaged_weights(folder: Path) -> None:
    """Weights with another checksum are refused before anything is loaded from them."""
    encoder = SentenceEncoder(ModelFolder(folder, "tiny", sha256="0" * 64))
    with pytest.raises(ModelDamaged) as caught:
        encoder.encode(["river"])
    assert caught.value.path == folder / "model.safetensors"
    assert caught.value.expected == "0" * 64


def test_local_folder(folder: Path) -> None:
    """A folder's id follows its weights, and its dimension its configuration."""
    model = find_model(str(folder))
    assert isinstance(model, ModelFolder)
    assert model.dimension == 3
    before = model.model_id
    assert before.startswith("tiny@")
    (folder / "model.safetensors").write_bytes(b"other weights")
    other = find_model(str(folder))
    assert other.model_id != before


def test_projection_sets_the_dimension(folder: Path) -> None:
    """A dense layer after the transformer decides how long a vector is."""
    modules = [{"type": "st.models.Transformer", "path": ""}, {"type": "st.Dense", "path": "2"}]
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "2").mkdir()
    (folder / "2" / "config.json").write_text('{"out_features": 7}')
    model = find_model(str(folder))
    assert isinstance(model, ModelFolder)
    assert model.dimension == 7


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"hidden_size": null}'])
def test_broken_configuration(folder: Path, text: str) -> None:
    """A folder whose configuration says nothing usable holds no model."""
    (folder / "config.json").write_text(text)
    with pytest.raises(ModelMissing):
        _ = SentenceEncoder(ModelFolder(folder, "tiny")).dimension


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without a model is refused by name."""
    with pytest.raises(ModelMissing) as caught:
        find_model(str(tmp_path))
    assert caught.value.model == str(tmp_path)


def test_hub_name() -> None:
    """What is no folder is a name on the hub, and is not downloaded unasked."""
    model = find_model("someone/some-model")
    assert model == HubModel("someone/some-model", allow_network=False)
    assert model.model_id == "someone/some-model"
    assert HubModel("a/b", revision="abc").model_id == "a/b@abc"


@pytest.mark.encoder
def test_absent_hub_model() -> None:
    """A hub name that is not in the local cache is missing, not an accident of the network."""
    encoder = SentenceEncoder(HubModel("warmer/there-is-no-such-model"))
    with pytest.raises(ModelMissing):
        encoder.encode(["river"])


def test_packages_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional packages the error names the module and the extra that brings it."""
    monkeypatch.setattr("embedding.source.find_spec", lambda _: None)
    monkeypatch.setattr("embedding.sentence.find_spec", lambda _: None)
    with pytest.raises(MissingDependency) as caught:
        packaged_model()
    assert caught.value.extra == "encode"
    with pytest.raises(MissingDependency) as caught:
        SentenceEncoder(HubModel("a/b")).encode(["river"])
    assert caught.value.module == "sentence_transformers"
