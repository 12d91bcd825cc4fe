"""Names of WordprocessingML (ECMA-376) and the few lookups every docx module needs."""

from typing import Final

from contract_platform.documents.archive import Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_OFF: Final = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return _W + name


def child(element: Element | None, name: str) -> Element | None:
    """First child of that name, None without it or without an element."""
    return None if element is None else element.find(_W + name)


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute, None without element or attribute."""
    return None if element is None else element.get(_W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute as an integer, None where it is missing or no number."""
    try:
        return int(value(element, name) or "")
    except ValueError:
        return None


def flag(properties: Element | None, name: str) -> bool | None:
    """A toggle property such as bold: None where it is not mentioned."""
    found = child(properties, name)
    return None if found is None else value(found) not in _OFF


def to_transitional(root: Element) -> Element:
    """Rename the elements of a strict document, so that one namespace serves the readers."""
    if str(root.tag).startswith(_STRICT):
        for element in root.iter():
            tag = str(element.tag)
            if tag.startswith(_STRICT):
                element.tag = _W + tag[len(_STRICT) :]
                for name in [name for name in element.attrib if str(name).startswith(_STRICT)]:
                    element.set(_W + str(name)[len(_STRICT) :], element.attrib.pop(name))
    return root
