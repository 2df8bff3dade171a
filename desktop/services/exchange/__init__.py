"""Cards, contents, sealing, outbox, receipts and intake of packages."""
