"""Adapter: HTTP in and out."""
