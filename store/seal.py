"""Masking of secrets in the puzzles table.

The host of a bot plays too, and looks into the table now and then. Sealing keeps the secret from
such a glance. It is no protection from an attacker: the key lies in the same database.
"""

import base64
import binascii
import hashlib
from functools import lru_cache
from itertools import count

from store.errors import SealBroken

_TAG = 6
_BLOCK = 12


def _digest(data: bytes, seed: int, size: int, purpose: bytes) -> bytes:
    key = seed.to_bytes(8, "big")
    return hashlib.blake2b(data, digest_size=size, key=key, person=purpose).digest()


def _masked(data: bytes, tag: bytes, seed: int) -> bytes:
    stream = bytearray()
    for number in count():
        if len(stream) >= len(data):
            break
        stream += _digest(tag + number.to_bytes(4, "big"), seed, 64, b"warmer-stream")
    return bytes(byte ^ key for byte, key in zip(data, stream, strict=False))


def seal(word: str, seed: int) -> str:
    """The word masked with the server's seed (0 to 2**63-1), as URL-safe base64; no NUL in it.

    Deterministic, so that a unique constraint sees two equal secrets; padded, so that the length
    tells little; keyed by a tag of the whole word, so that two words alike look nothing alike.
    """
    data = word.encode()
    padded = data + b"\0" * (-len(data) % _BLOCK)
    tag = _digest(padded, seed, _TAG, b"warmer-tag")
    return base64.urlsafe_b64encode(tag + _masked(padded, tag, seed)).decode("ascii")


@lru_cache(4096)  # a server's day is asked for with every guess
def unseal(sealed: str, seed: int) -> str:
    """The word that `seal` masked. Raises SealBroken where text and seed do not belong together."""
    try:
        raw = base64.urlsafe_b64decode(sealed.encode("ascii"))
    except (UnicodeEncodeError, binascii.Error) as error:
        raise SealBroken(sealed) from error
    tag, masked = raw[:_TAG], raw[_TAG:]
    padded = _masked(masked, tag, seed)
    if _digest(padded, seed, _TAG, b"warmer-tag") != tag:
        raise SealBroken(sealed)
    return padded.rstrip(b"\0").decode()
