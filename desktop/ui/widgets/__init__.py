"""Small painted parts that several pages share."""
