"""The first start, step by step: purpose, unit, passphrase, recovery code, hamlets."""
