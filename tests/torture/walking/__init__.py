"""A random walk over the use cases, held against a model in plain Python of what must be true."""
