"""What goes with a contract for review; all of it can tell about people, so all of it is sealed."""

import sqlalchemy as sa

from contract_platform.domain.submission import Consultation, Inquiry, MaterialEntry, Urgency
from storage.database.tables.metadata import key, metadata, reference, revision, sealed

submissions = sa.Table(
    "submissions",
    metadata,
    key(),
    revision(),
    reference("contract_id", "contracts"),
    sealed("submissions", "materials", tuple[MaterialEntry, ...]),
    sealed("submissions", "inquiries", tuple[Inquiry, ...]),
    sealed("submissions", "consultations", tuple[Consultation, ...]),
    sealed("submissions", "urgencies", tuple[Urgency, ...]),
    sa.UniqueConstraint("contract_id"),
)
