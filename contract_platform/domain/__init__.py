"""What the product is about: records, states, deadlines and rights; no I/O, no clock, no randomness."""
