"""Opening an office: passphrase, recovery code, clock."""
