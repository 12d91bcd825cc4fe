"""Keyset pages: the cursor of the last row and how many rows to send."""

from typing import Annotated

from litestar.params import QueryParameter

MOST = 200  # rows of one page

After = Annotated[str | None, QueryParameter(description="The cursor that the page before ended with", max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=MOST, description="Rows of the page")]
