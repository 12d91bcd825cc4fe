"""What the placeholders of a template may say: values, lists gone through, simple conditions. Nothing else.

Names are looked up in a sample of the form's data, so a misspelt one is told at upload and not on the day of issue.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from jinja2 import nodes

LOOP: Final = {"index": 1, "index0": 0, "first": True, "last": True, "length": 1}
ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If,
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
Scope = Mapping[str, Any]


class StrangeError(Exception):
    """Something in a template that forms have no use for; ``word`` is how Jinja calls it."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def unknown_names(tree: nodes.Template, sample: Scope) -> tuple[str, ...]:
    """The placeholders that the form does not have, as they are written; ``StrangeError`` for other language."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, ALLOWED):
            raise StrangeError(type(node).__name__)
    return tuple(dict.fromkeys(_unknown(tree.body, sample)))


def values_used(tree: nodes.Template) -> bool:
    """Whether a template shows any value at all."""
    return any(isinstance(one, nodes.Name | nodes.Getattr) for one in tree.find_all((nodes.Name, nodes.Getattr)))


def _unknown(body: list[nodes.Node], scope: Scope) -> Iterator[str]:
    for node in body:
        yield from _unknown_in(node, scope)


def _unknown_in(node: nodes.Node, scope: Scope) -> Iterator[str]:
    match node:
        case nodes.For():
            found, listed = _value(node.iter, scope)
            if not found or not isinstance(listed, list | tuple) or not listed:
                yield _written(node.iter)
                return
            target = node.target.name if isinstance(node.target, nodes.Name) else ""
            if not target:
                raise StrangeError(type(node.target).__name__)
            yield from _unknown(node.body, {**scope, target: listed[0], "loop": LOOP})
            yield from _unknown(node.else_, scope)
        case nodes.Name() | nodes.Getattr():
            if not _value(node, scope)[0]:
                yield _written(node)
        case _:
            for child in node.iter_child_nodes():
                yield from _unknown_in(child, scope)


def _value(node: nodes.Node, scope: Scope) -> tuple[bool, Any]:
    """Whether the sample has it, and what."""
    if isinstance(node, nodes.Name):
        return node.name in scope, scope.get(node.name)
    if isinstance(node, nodes.Getattr):
        found, owner = _value(node.node, scope)
        if found and isinstance(owner, Mapping):
            return node.attr in owner, owner.get(node.attr)
    return False, None


def _written(node: nodes.Node) -> str:
    """A placeholder as it stands in the template."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return type(node).__name__
