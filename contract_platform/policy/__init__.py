"""Jurisdiction profiles, calendars and the catalogue of policy values, as dated data."""
