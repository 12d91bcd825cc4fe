"""Contracts whose content is known, written by seeded chance, and the score of what the platform reads in them."""
