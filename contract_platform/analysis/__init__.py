"""Pure functions from a document's text to clauses, facts, findings and coverage."""
