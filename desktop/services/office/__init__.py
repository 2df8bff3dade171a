"""The office itself: folder, settings, keys, passphrases, backups, operators, working days."""
