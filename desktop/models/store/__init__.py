"""Opening, keys, sessions, upgrades, backups and checks of an office's database."""
