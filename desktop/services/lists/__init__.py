"""Taking any list in: preview, batches, use, the rows that were refused."""
