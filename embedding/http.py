"""An encoder behind an OpenAI-compatible `/v1/embeddings` endpoint."""

import json
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import numpy as np
import urllib3
from numpy.typing import NDArray
from urllib3.exceptions import HTTPError, MaxRetryError
from urllib3.exceptions import TimeoutError as NoAnswerInTime

from embedding.encoder import Progress, in_batches, stacked, unit_rows
from embedding.errors import AnswerFault, BadAnswer, DimensionMismatch, Refused, Unreachable

# What a busy or restarting server answers; anything else would only be refused again.
_RETRIED = (408, 429, 500, 502, 503, 504)
_MAX_WAIT_S = 60


class HttpEncoder:
    """Asks an endpoint for vectors, in batches; vectors of any length come back as unit rows.

    `url` is the part before `/embeddings`, such as one that ends in `/v1`. `timeout_s` bounds
    connecting and every wait for bytes. Refusals that may pass (408, 429, 5xx) and broken
    connections are tried `retries` times more, after `Retry-After` or growing pauses from
    `backoff_s`, none longer than a minute.
    """

    def __init__(
        self,
        url: str,
        model: str,
        dimension: int,
        *,
        api_key: str | None = None,
        model_id: str | None = None,
        timeout_s: float = 30.0,
        retries: int = 3,
        backoff_s: float = 0.5,
        batch_size: int = 128,
    ) -> None:
        self.model_id = model_id or f"http:{model}@{dimension}"
        self.dimension = dimension
        self._url = f"{url.rstrip('/')}/embeddings"
        self._model = model
        self._batch_size = batch_size
        self._pool = urllib3.PoolManager(
            headers=_headers(api_key),
            timeout=urllib3.Timeout(connect=timeout_s, read=timeout_s),
            retries=_retry(retries, backoff_s),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the kept connections."""
        self._pool.clear()

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d).

        Raises Unreachable, Refused, BadAnswer or DimensionMismatch.
        """
        batches = in_batches(texts, self._batch_size, progress)
        return stacked([self._encode(batch) for batch in batches], self.dimension)

    def _encode(self, batch: Sequence[str]) -> NDArray[np.float32]:
        body = self._ask({"model": self._model, "input": list(batch), "encoding_format": "float"})
        rows = [self._vector(row) for row in self._in_order(body, len(batch))]
        try:
            vectors = np.array(rows, np.float64)
        except OverflowError as error:  # JSON's integers know no bound
            raise BadAnswer(self._url, AnswerFault.NOT_FINITE) from error
        if not np.isfinite(vectors).all():
            raise BadAnswer(self._url, AnswerFault.NOT_FINITE)
        if not vectors.any(axis=1).all():
            raise BadAnswer(self._url, AnswerFault.ZERO)
        return unit_rows(vectors)

    def _ask(self, question: dict[str, object]) -> bytes:
        try:
            answer = self._pool.request("POST", self._url, json=question)
        except HTTPError as error:
            raise Unreachable(self._url, _cause(error)) from error
        if answer.status != 200:
            raise Refused(self._url, answer.status)
        return answer.data

    def _in_order(self, body: bytes, count: int) -> list[object]:
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise BadAnswer(self._url, AnswerFault.NOT_JSON) from error
        try:
            rows = {entry["index"]: entry["embedding"] for entry in answer["data"]}
        except (KeyError, TypeError) as error:
            raise BadAnswer(self._url, AnswerFault.SHAPE) from error
        if len(answer["data"]) != count:
            raise BadAnswer(self._url, AnswerFault.COUNT)
        if rows.keys() != set(range(count)):
            raise BadAnswer(self._url, AnswerFault.INDEX)
        return [rows[index] for index in range(count)]

    def _vector(self, row: object) -> list[float]:
        if not isinstance(row, list) or not all(type(x) in (int, float) for x in row):
            raise BadAnswer(self._url, AnswerFault.SHAPE)
        if len(row) != self.dimension:
            raise DimensionMismatch(self.dimension, len(row))
        return row


def _headers(api_key: str | None) -> dict[str, str]:
    return {"Authorization": f"Bearer {api_key}"} if api_key else {}


def _retry(retries: int, backoff_s: float) -> urllib3.Retry:
    return urllib3.Retry(
        total=retries,
        status_forcelist=_RETRIED,
        allowed_methods={"POST"},  # asking again for the same vectors changes nothing
        backoff_factor=backoff_s,
        backoff_max=_MAX_WAIT_S,
        retry_after_max=_MAX_WAIT_S,
        redirect=0,  # a redirect could carry the key to another host
        raise_on_redirect=False,
        raise_on_status=False,
    )


def _cause(error: HTTPError) -> str:
    inner = error.reason if isinstance(error, MaxRetryError) else error
    return "timeout" if isinstance(inner, NoAnswerInTime) else type(inner).__name__
