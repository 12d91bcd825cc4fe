"""Files made to hurt whoever reads them, and what has to come of each."""
