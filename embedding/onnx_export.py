"""Exports the reference encoder to ONNX once, and believes the result only after comparing."""

import shutil
import tempfile
import warnings
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embedding.bundle import Writer, write_bundle
from embedding.encoder import Encoder
from embedding.errors import ExportMismatch, MissingDependency, SnapshotError
from embedding.onnx import MODEL_PART, OUTPUT, TOKENIZER_PART, OnnxEncoder
from embedding.sentence import SentenceEncoder
from embedding.source import ModelFolder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

OPSET = 17
LEAST_COSINE = 1 - 1e-4
# Short, long past the model's limit, empty, other scripts: what could go wrong in different ways.
SAMPLE = (
    "river",
    "a boat on the sea",
    "",
    "Größe",
    "日本語",
    "it's 3.50 — really?",
    "one word after the other " * 100,
)


def open_onnx(
    source: ModelFolder, folder: Path, *, threads: int = 1, batch_size: int = 2048
) -> OnnxEncoder:
    """The fast encoder of that model, exported into `folder` where it is not there yet.

    An export that is damaged, or of other weights, is made again. Raises what `export_onnx` and
    the reference raise.
    """
    with suppress(SnapshotError):
        found = OnnxEncoder(folder, threads=threads, batch_size=batch_size)
        if found.model_id == source.model_id:
            return found
    export_onnx(source, folder)
    return OnnxEncoder(folder, threads=threads, batch_size=batch_size)


def export_onnx(source: ModelFolder, folder: Path) -> None:
    """Leaves the model in `folder` for OnnxEncoder; what was there stays until the new one agrees.

    Raises ExportMismatch where any of the sample's cosines with the reference is below 1 - 1e-4,
    MissingDependency, ModelMissing or ModelDamaged.
    """
    for module in ("onnx", "onnxruntime", "tokenizers"):
        if find_spec(module) is None:
            raise MissingDependency(module, "onnx")
    reference = SentenceEncoder(source)
    facts = {
        "model_id": source.model_id,
        "source_sha256": source.found_sha256,
        "dimension": source.dimension,
        "opset": OPSET,
    }
    with tempfile.TemporaryDirectory() as name:
        parts = _export(reference.model, Path(name))
        writers: Mapping[str, Writer] = {
            part: partial(shutil.copyfile, path) for part, path in parts.items()
        }
        trial = Path(name, "trial")
        write_bundle(trial, facts, writers)
        check_agreement(reference, OnnxEncoder(trial))
        write_bundle(folder, facts, writers)


def check_agreement(reference: Encoder, other: Encoder) -> None:
    """Raises ExportMismatch where the two encode any text of the sample differently."""
    cosines = np.sum(reference.encode(SAMPLE) * other.encode(SAMPLE), axis=1, dtype=np.float64)
    if not (worst := float(cosines.min())) >= LEAST_COSINE:  # "not >=" catches NaN too
        raise ExportMismatch(reference.model_id, worst, LEAST_COSINE)


def _export(model: "SentenceTransformer", folder: Path) -> dict[str, Path]:
    # Here and not above: torch takes seconds, and an encoder that is exported does without it.
    import torch

    class Flat(torch.nn.Module):  # type: ignore[misc]  # torch's types are not followed
        """The whole model, pooling included, as a function of plain tensors."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            return self.model(dict(zip(names, tensors, strict=True)))["sentence_embedding"]

    tokenizer = model[0].tokenizer
    features = tokenizer(list(SAMPLE[:2]), padding=True, return_tensors="pt")
    names = list(features)
    parts = {MODEL_PART: folder / "model.onnx", TOKENIZER_PART: folder / "tokenizer.json"}
    with warnings.catch_warnings(), torch.inference_mode():
        # The exporter that needs no further package warns of its age and of every traced branch;
        # `check_agreement` is what decides whether the result is right.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Flat().eval(),
            tuple(features[name] for name in names),
            str(parts[MODEL_PART]),
            input_names=names,
            output_names=[OUTPUT],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in names}
            | {OUTPUT: {0: "texts"}},
            opset_version=OPSET,
            dynamo=False,
        )
    fast = tokenizer.backend_tokenizer
    fast.enable_truncation(model.max_seq_length)
    fast.enable_padding(pad_id=tokenizer.pad_token_id, pad_token=tokenizer.pad_token)
    fast.save(str(parts[TOKENIZER_PART]))
    return parts
