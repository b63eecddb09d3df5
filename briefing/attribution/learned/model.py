"""Loads the shipped network once: word pieces, encoder and linker, checked by their header."""

import hashlib
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefing.errors import DataError

FORMAT = "briefing-attribution/1"
REMEDY = "reinstall briefing"


@dataclass(frozen=True, slots=True)
class Model:
    """The parts of the network: see data/attribution/model/MODEL_CARD.md.

    Candidates below `cue_threshold` are not looked at; `combination` and `kinds` are weights of
    logistic models (see pairing, kinds); statements below `threshold` are not reported.
    """

    version: str
    tokenizer: Any
    encoder: Any
    linker: Any
    cue_threshold: float
    threshold: float
    combination: dict[str, float]
    kinds: dict[str, float]

    def encode(self, text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        """The word pieces of a text and where each stands in it."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets


@cache
def load_model() -> Model:
    """The network that ships with the package; loaded once a process.

    Raises: DataError when a file is missing, or not the one its header names.
    """
    folder = Path(str(files("briefing").joinpath("data", "attribution", "model")))
    header = read_header(folder)
    for name, digest in header["sha256"].items():
        check_part(folder / name, digest)
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Model(
        header["version"],
        tokenizer,
        _session(folder / "encoder.onnx"),
        _session(folder / "linker.onnx"),
        header["cue_threshold"],
        header["threshold"],
        header["combination"],
        header["kinds"],
    )


@cache
def load_in_background() -> threading.Thread:
    """Starts loading the network while something else is done, once a process.

    Join the thread before importing what imports numpy: two threads that import a package with
    import cycles at once see it half made. A failure shows again in `load_model`. The process
    does not end before the thread, for it cannot take the libraries away from under it.
    """

    def load() -> None:
        try:
            load_model()
        except (DataError, ImportError, OSError, RuntimeError):
            return  # told again, to the caller, by the load_model() that needs it

    thread = threading.Thread(target=load, name="load attribution model")
    thread.start()
    return thread


def read_header(folder: Path) -> dict[str, Any]:
    """The header of a model folder: format, version, sha256 of each file, threshold."""
    try:
        header = json.loads((folder / "model.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise DataError("attribution model", "cannot be read", REMEDY) from error
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise DataError("attribution model", f"is not of the format {FORMAT}", REMEDY)
    return header


def check_part(path: Path, digest: str) -> None:
    """Make sure that a file is the one that its header names.

    Raises: DataError when it is missing or another one.
    """
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DataError(f"attribution model: {path.name}", "cannot be read", REMEDY) from error
    if found != digest:
        raise DataError(f"attribution model: {path.name}", "is damaged (hash differs)", REMEDY)


def _session(path: Path) -> Any:
    """A session on one thread: the same result whatever the machine's number of cores.

    Weights that stand in a file of their own are mapped, not read: of the word table only the
    words of the article ever come into memory.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The files are optimised when they are exported: export.py, optimise.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
