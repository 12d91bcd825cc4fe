"""One module per command of the ``contract-platform`` program."""
