"""How a handler says which operation of the access table it is."""

from typing import Any


def operation(name: str) -> dict[str, Any]:
    """What a synchronous handler declares; such handlers run in threads."""
    return {**async_operation(name), "sync_to_thread": True}


def async_operation(name: str) -> dict[str, Any]:
    """What an asynchronous handler declares."""
    return {"operation_id": name, "opt": {"operation": name}}
