"""Files of renderings that were looked at: their names, and writing them anew."""

from collections.abc import Callable, Iterable
from pathlib import Path

Case = tuple[str, str, str]  # the sample, the format, the layout


def file_name(case: Case) -> str:
    """The name of the file of a case."""
    name, form, layout = case
    return f"{name}.{layout}.{form}"


def write_anew(folder: Path, cases: Iterable[Case], render: Callable[..., bytes]) -> None:
    """Replace all files of a folder by those of the cases."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for case in cases:
        (folder / file_name(case)).write_bytes(render(*case))
