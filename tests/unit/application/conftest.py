"""The platform of the worker tests serves the tests of the use cases that run in the background."""

from tests.workers.conftest import platform, running_platform

__all__ = ["platform", "running_platform"]
