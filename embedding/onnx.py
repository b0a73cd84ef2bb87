"""The fast encoder: the reference's weights in ONNX Runtime, without torch."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embedding.alike import alike
from embedding.bundle import Bundle, read_bundle
from embedding.encoder import Progress, in_batches, stacked, unit_rows
from embedding.errors import MissingDependency, SnapshotDamaged

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MODEL_PART = "model"
TOKENIZER_PART = "tokenizer"
OUTPUT = "sentence_vector"
_TOKENS = 1024
"""So many go through the model at once, padding included: what fits a core's cache is fastest."""


class OnnxEncoder:
    """Encodes with a model that `export_onnx` left in `folder`; torch is never imported.

    Its id is the reference's: the vectors agree to float32 rounding, so both may be compared and
    stored together. Texts go through the model beside others of like length, in `threads` threads;
    several calls may run at once. Progress is told after every `batch_size` texts. Raises
    SnapshotMissing, SnapshotDamaged, SnapshotMismatch or MissingDependency.
    """

    def __init__(self, folder: Path, *, threads: int = 1, batch_size: int = 2048) -> None:
        for module in ("onnxruntime", "tokenizers"):
            if find_spec(module) is None:
                raise MissingDependency(module, "onnx")
        self._batch_size, self._threads = batch_size, threads
        self._tokenizer, self._session, facts = read_bundle(folder, _open)
        self._pad = int((self._tokenizer.padding or {}).get("pad_id", 0))
        self._tokenizer.no_padding()
        self._inputs = [node.name for node in self._session.get_inputs()]
        self.model_id = str(facts["model_id"])
        self.dimension = int(facts["dimension"])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d)."""
        batches = in_batches(texts, self._batch_size, progress)
        return stacked([self._encode(batch) for batch in batches], self.dimension)

    def _encode(self, batch: Sequence[str]) -> NDArray[np.float32]:
        texts = self._tokenizer.encode_batch(list(batch))
        runs = list(alike([len(text.ids) for text in texts], len(texts), _TOKENS))
        rows = np.empty((len(texts), self.dimension), np.float32)

        def run(places: list[int]) -> None:
            rows[places] = self._run([texts[place] for place in places])

        if min(self._threads, len(runs)) < 2:
            for places in runs:
                run(places)
        else:
            # Side by side each thread has work of its own: sharing one product, they wait.
            with ThreadPoolExecutor(self._threads) as threads:
                list(threads.map(run, runs))
        return rows

    def _run(self, texts: "Sequence[Encoding]") -> NDArray[np.float32]:
        """Through the model, padded to the first, which is the longest."""
        shape = len(texts), len(texts[0].ids)
        columns = {
            "input_ids": np.full(shape, self._pad, np.int64),
            "attention_mask": np.zeros(shape, np.int64),
            "token_type_ids": np.zeros(shape, np.int64),
        }
        for row, text in enumerate(texts):
            columns["input_ids"][row, : len(text.ids)] = text.ids
            columns["attention_mask"][row, : len(text.ids)] = text.attention_mask
            columns["token_type_ids"][row, : len(text.ids)] = text.type_ids
        feed = {name: columns[name] for name in self._inputs}
        return unit_rows(self._session.run([OUTPUT], feed)[0])


def _open(bundle: Bundle) -> "tuple[Tokenizer, InferenceSession, Mapping[str, Any]]":
    # Here and not above: both are optional, and a start that encodes nothing does without them.
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    if not {"model_id", "dimension"} <= bundle.facts.keys():
        raise SnapshotDamaged(bundle.folder, "facts")
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = InferenceSession(
        str(bundle.parts[MODEL_PART]), options, providers=["CPUExecutionProvider"]
    )
    return Tokenizer.from_file(str(bundle.parts[TOKENIZER_PART])), session, bundle.facts
