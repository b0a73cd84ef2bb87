"""The fast encoder for live queries: the reference's weights in ONNX Runtime, without torch."""

from collections.abc import Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embedding.bundle import Bundle, read_bundle
from embedding.encoder import Progress, in_batches, stacked, unit_rows
from embedding.errors import MissingDependency, SnapshotDamaged

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL_PART = "model"
TOKENIZER_PART = "tokenizer"
OUTPUT = "sentence_vector"


class OnnxEncoder:
    """Encodes with a model that `export_onnx` left in `folder`; torch is never imported.

    Its id is the reference's: the vectors agree to float32 rounding, so both may be compared and
    stored together. `threads` are those of one call; several calls may run at once. Raises
    SnapshotMissing, SnapshotDamaged, SnapshotMismatch or MissingDependency.
    """

    def __init__(self, folder: Path, *, threads: int = 1, batch_size: int = 256) -> None:
        for module in ("onnxruntime", "tokenizers"):
            if find_spec(module) is None:
                raise MissingDependency(module, "onnx")
        self._batch_size = batch_size
        self._tokenizer, self._session, facts = read_bundle(folder, partial(_open, threads))
        self._inputs = [node.name for node in self._session.get_inputs()]
        self.model_id = str(facts["model_id"])
        self.dimension = int(facts["dimension"])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d)."""
        batches = in_batches(texts, self._batch_size, progress)
        return stacked([self._encode(batch) for batch in batches], self.dimension)

    def _encode(self, batch: Sequence[str]) -> NDArray[np.float32]:
        tokens = self._tokenizer.encode_batch(list(batch))
        columns = {
            "input_ids": [token.ids for token in tokens],
            "attention_mask": [token.attention_mask for token in tokens],
            "token_type_ids": [token.type_ids for token in tokens],
        }
        feed = {name: np.array(columns[name], np.int64) for name in self._inputs}
        return unit_rows(self._session.run([OUTPUT], feed)[0])


def _open(threads: int, bundle: Bundle) -> "tuple[Tokenizer, InferenceSession, Mapping[str, Any]]":
    # Here and not above: both are optional, and a start that encodes nothing does without them.
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    if not {"model_id", "dimension"} <= bundle.facts.keys():
        raise SnapshotDamaged(bundle.folder, "facts")
    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = InferenceSession(
        str(bundle.parts[MODEL_PART]), options, providers=["CPUExecutionProvider"]
    )
    return Tokenizer.from_file(str(bundle.parts[TOKENIZER_PART])), session, bundle.facts
