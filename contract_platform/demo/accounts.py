"""The accounts of the demo: passwords made for this installation, and the file in which they are found."""

import json
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from contract_platform.demo.district import Member, office
from contract_platform.domain.labels import label

FILE = "demo-accounts.json"
CONSONANTS, VOWELS, DIGITS = "bdfghkmnprstvwz", "aeiou", "23456789"  # nothing that is mistaken for something else
GROUPS = 3


def new_password() -> str:
    """Upper case, lower case and digits in three groups that can be read aloud; 47 bits."""
    return "-".join(_group() for _ in range(GROUPS))


def _group() -> str:
    letters = "".join(secrets.choice(kind) for kind in (CONSONANTS, VOWELS, CONSONANTS, VOWELS))
    return letters.capitalize() + secrets.choice(DIGITS)


def entries(people: Sequence[Member], passwords: Mapping[str, str]) -> list[dict[str, str]]:
    """What the file says of each account, in the order of the people."""
    return [
        {
            "username": member.username,
            "name": member.name,
            "post": "、".join(dict.fromkeys(label("Role", role)[0] for role, _ in member.posts)),
            "unit": "、".join(dict.fromkeys(office(unit).name for _, unit in member.posts)),
            "password": passwords[member.username],
        }
        for member in people
    ]


def write(folder: Path, accounts: Sequence[Mapping[str, str]]) -> Path:
    """Write the file, readable by its owner only, whole or not at all; it replaces an earlier one."""
    target = folder / FILE
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"accounts": list(accounts)}, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(target)
    return target
