"""Verifies exported traces with the standard library of Python 3.9 or newer alone, on any machine, offline.

It shares no code with the platform that writes them: two programs that agree are a better witness than one. Every
export carries this package as one runnable file.
"""

from .report import Problem, Report
from .verify import verify

__all__ = ["Problem", "Report", "verify"]
