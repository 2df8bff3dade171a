"""The store turned into the inputs of forms."""
