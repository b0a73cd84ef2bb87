"""The ONNX adapter's refusals that need no real model."""

from pathlib import Path

import numpy as np
import pytest

from embedding.errors import ExportMismatch, MissingDependency, SnapshotMissing
from embedding.onnx import OnnxEncoder
from embedding.onnx_export import check_agreement, export_onnx
from embedding.source import packaged_model
from embedding.toy import ToyEncoder


class Tilted(ToyEncoder):
    """The toy, but the last text's vector points elsewhere by that angle's cosine."""

    def __init__(self, cosine: float) -> None:
        super().__init__(16)
        self.cosine = cosine

    def encode(self, texts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """The toy's rows with the last one turned."""
        rows = super().encode(texts)
        other = np.roll(rows[-1], 1)
        other -= (other @ rows[-1]) * rows[-1]
        other /= np.linalg.norm(other)
        rows[-1] = self.cosine * rows[-1] + np.sqrt(1 - self.cosine**2) * other
        return rows


def test_agreement_has_a_limit() -> None:
    """One text that is off by more than 1e-4 is enough to refuse; less is rounding."""
    check_agreement(ToyEncoder(16), Tilted(1 - 5e-5))
    with pytest.raises(ExportMismatch) as caught:
        check_agreement(ToyEncoder(16), Tilted(1 - 2e-4))
    assert caught.value.cosine == pytest.approx(1 - 2e-4, abs=1e-5)


def test_not_a_number_disagrees() -> None:
    """A vector of NaN is a mismatch, too."""
    with pytest.raises(ExportMismatch):
        check_agreement(ToyEncoder(16), Tilted(float("nan")))


def test_nothing_exported(tmp_path: Path) -> None:
    """An empty folder holds no encoder."""
    with pytest.raises(SnapshotMissing):
        OnnxEncoder(tmp_path)


@pytest.mark.parametrize("absent", ["onnxruntime", "tokenizers", "onnx"])
def test_extra_missing(absent: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one of its packages the error names it and the extra, before torch is loaded."""

    def find(name: str) -> object:
        return None if name == absent else object()

    monkeypatch.setattr("embedding.onnx.find_spec", find)
    monkeypatch.setattr("embedding.onnx_export.find_spec", find)
    with pytest.raises(MissingDependency) as caught:
        export_onnx(packaged_model(), tmp_path)
    assert (caught.value.module, caught.value.extra) == (absent, "onnx")
    if absent != "onnx":  # which only the export needs
        with pytest.raises(MissingDependency):
            OnnxEncoder(tmp_path)
