"""Opens the encoder that the settings ask for."""

from importlib.util import find_spec

from bot.settings import EncoderKind, Settings
from embedding.encoder import Encoder
from embedding.onnx_export import open_onnx
from embedding.sentence import SentenceEncoder
from embedding.source import ModelFolder, find_model


class EncoderUnset(Exception):
    """The HTTP encoder lacks its address, its model or its dimension; `args` name the settings."""


def open_encoder(settings: Settings, *, threads: int = 1) -> Encoder:
    """The encoder of the settings; no model is loaded before it has a text to encode.

    A local one encodes many texts in so many threads.

    Raises EncoderUnset, ModelMissing, ModelDamaged or MissingDependency.
    """
    if settings.encoder is EncoderKind.HTTP:
        return _http(settings)
    source = find_model(settings.encoder_model, allow_network=settings.encoder_download)
    if isinstance(source, ModelFolder) and _wants_onnx(settings):
        return open_onnx(source, settings.cache / "onnx" / source.model_id, threads=threads)
    return SentenceEncoder(source, threads=threads)


def _wants_onnx(settings: Settings) -> bool:
    if settings.encoder is EncoderKind.AUTO:
        return all(find_spec(name) for name in ("onnx", "onnxruntime", "tokenizers"))
    return settings.encoder is EncoderKind.ONNX


def _http(settings: Settings) -> Encoder:
    from embedding.http import HttpEncoder  # urllib3 stays off the start of those without it

    url, model, dimension = (
        settings.encoder_url, settings.encoder_model, settings.encoder_dimension
    )  # fmt: skip
    if url is None or model is None or dimension is None:
        raise EncoderUnset("WARMER_ENCODER_URL", "WARMER_ENCODER_MODEL", "WARMER_ENCODER_DIMENSION")
    key = settings.encoder_key
    return HttpEncoder(url, model, dimension, api_key=key.get_secret_value() if key else None)
