"""Adapter: files in, ``DocumentText`` out."""
