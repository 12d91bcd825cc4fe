"""Names of people as a page shows them."""

from contract_platform.application.ports import UnitOfWork


class Names:
    """Names of people, each looked up once per page."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._known: dict[str, str] = {}

    def of(self, person_id: str) -> str:
        """The person's name."""
        if person_id not in self._known:
            self._known[person_id] = self._uow.people.get(person_id).name
        return self._known[person_id]
