"""What bears witness outside the database: the signing key and the signed checkpoints, both under the data folder."""

from pathlib import Path

from contract_platform.application.trace_ports import Chain, Trace
from storage.witness.checkpoints import CheckpointFolder
from storage.witness.notary import FileNotary

__all__ = ["CheckpointFolder", "FileNotary", "open_trace"]


def open_trace(chain: Chain, data_dir: Path, algorithm: str) -> Trace:
    """The trace of a database with its witness in the data folder; the key is made at the first start."""
    notary = FileNotary(data_dir / "keys")
    checkpoints = CheckpointFolder(data_dir / "checkpoints")
    checkpoints.note_key(notary.public)
    return Trace(chain=chain, checkpoints=checkpoints, notary=notary, algorithm=algorithm)
