"""抄送 and 关注: who was told of a contract, and who keeps an eye on it. Neither opens a contract to anybody."""

from datetime import datetime

from contract_platform.domain.records import Root


class Copy(Root, frozen=True, kw_only=True):
    """A contract brought to somebody's notice, who could see it anyway; ``read_at`` is when they opened it."""

    contract_id: str
    to_id: str
    by_id: str
    at: datetime
    note: str = ""
    read_at: datetime | None = None


class Follow(Root, frozen=True, kw_only=True):
    """Somebody keeps an eye on a contract; its id is made of the two, so that nobody follows one twice."""

    person_id: str
    contract_id: str
    since: datetime

    @staticmethod
    def key(person_id: str, contract_id: str) -> str:
        """The id."""
        return f"{person_id}/{contract_id}"
