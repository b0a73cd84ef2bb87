"""What can go wrong in the encoder-and-index service; each error carries fields and no prose."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class EmbeddingError(Exception):
    """Anything the encoder-and-index service refuses or fails at."""

    def __str__(self) -> str:
        return repr(self)


@dataclass(eq=False)
class MissingDependency(EmbeddingError):
    """The optional `module` is not installed; the package's `extra` brings it."""

    module: str
    extra: str


@dataclass(eq=False)
class DimensionMismatch(EmbeddingError):
    """Vectors of `found` numbers came where `expected` were agreed on."""

    expected: int
    found: int


# Encoders


class EncoderError(EmbeddingError):
    """Texts could not be turned into vectors."""


@dataclass(eq=False)
class ModelMissing(EncoderError):
    """No model was found by that name or in that folder."""

    model: str


@dataclass(eq=False)
class ModelDamaged(EncoderError):
    """The file at `path` is not the one that was published or exported."""

    path: Path
    expected: str
    found: str


@dataclass(eq=False)
class ExportMismatch(EncoderError):
    """An exported model answers unlike its reference: `cosine` is the worst of the sample."""

    model: str
    cosine: float
    wanted: float


@dataclass(eq=False)
class Unreachable(EncoderError):
    """The endpoint at `url` gave no answer in time, after every retry; `reason` names the cause."""

    url: str
    reason: str


@dataclass(eq=False)
class Refused(EncoderError):
    """The endpoint at `url` answered with an HTTP status that is no success."""

    url: str
    status: int


class AnswerFault(StrEnum):
    """What is wrong with an endpoint's answer."""

    NOT_JSON = "not JSON"
    SHAPE = "shape"
    COUNT = "count"
    INDEX = "index"
    NOT_FINITE = "not finite"
    ZERO = "zero"


@dataclass(eq=False)
class BadAnswer(EncoderError):
    """The endpoint at `url` answered with something that holds no usable vectors."""

    url: str
    fault: AnswerFault


# Indexes


class IndexFault(StrEnum):
    """What is wrong with vectors, ids or a request."""

    SHAPE = "shape"
    COUNT = "count"
    ID_TYPE = "id type"
    NOT_FINITE = "not finite"
    ZERO = "zero"
    TOO_LARGE = "too large"
    K = "k"


class VectorIndexError(EmbeddingError):
    """An index refuses a request; it is as it was before."""


@dataclass(eq=False)
class BadVectors(VectorIndexError):
    """Vectors, ids or a number of neighbours that no index can use."""

    fault: IndexFault


@dataclass(eq=False)
class DuplicateIds(VectorIndexError):
    """Ids that came twice in one call or are in the index already."""

    ids: tuple[int, ...]


@dataclass(eq=False)
class UnknownIds(VectorIndexError):
    """Ids that are not in the index."""

    ids: tuple[int, ...]


@dataclass(eq=False)
class MetricUnsupported(VectorIndexError):
    """This kind of index cannot measure by that metric."""

    kind: str
    metric: str


# Snapshots


class SnapshotError(EmbeddingError):
    """A stored index cannot be used."""


@dataclass(eq=False)
class SnapshotMissing(SnapshotError):
    """There is no snapshot in the folder at `path`."""

    path: Path


@dataclass(eq=False)
class SnapshotDamaged(SnapshotError):
    """A part of the snapshot at `path` is not what was written."""

    path: Path
    part: str


@dataclass(eq=False)
class SnapshotMismatch(SnapshotError):
    """The snapshot was made for something else: `field` names what differs."""

    path: Path
    field: str
    expected: object
    found: object
