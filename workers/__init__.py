"""Adapter: everything that happens later."""
