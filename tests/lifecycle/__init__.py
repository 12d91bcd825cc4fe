"""The life of a contract over HTTP, against a model that knows nothing of the platform's tables."""
