"""The pages in Debian's Chromium against the whole running platform."""
