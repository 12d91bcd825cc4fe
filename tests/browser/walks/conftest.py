"""Each walk begins with nobody signed in and no contract."""

import pytest

from tests.browser.conftest import SignIn
from tests.browser.walks.steps import Walk


@pytest.fixture
def walk(sign_in: SignIn) -> Walk:
    """A walk of one contract."""
    return Walk(sign_in)
