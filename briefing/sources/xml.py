"""Parse XML without what makes it dangerous: no document types, so no entities of its own."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

# Elements within elements, at most.
MAX_DEPTH = 500


def _ignore(*_: object) -> None:
    """Do nothing."""


def parse_xml(
    data: bytes,
    *,
    begin: Callable[[str, Mapping[str, str]], None] = _ignore,
    end: Callable[[str], None] = _ignore,
    text: Callable[[str], None] = _ignore,
) -> None:
    """Call a function for each start and end of an element and for the text between.

    Names come without their namespace. A document type without definitions is passed over.

    Raises: ValueError when it is not well-formed, defines entities or is nested too deep.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise ValueError("it is nested too deep")
        begin(_local(name), {_local(key): value for key, value in attributes.items()})

    def stop(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(name))

    def refuse(*_: object) -> None:
        raise ValueError("it defines entities")

    parser.StartElementHandler = start
    parser.EndElementHandler = stop
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(str(error)) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
