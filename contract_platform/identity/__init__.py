"""Adapter: who somebody is by the word of an OpenID Connect provider."""
