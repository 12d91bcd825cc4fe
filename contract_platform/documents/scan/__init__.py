"""Pages that are pictures: recognised one by one in a process of their own, then read like any other page."""
