"""Fields for text, numbers, days, times, passphrases and choices; checked on leaving, never while typing."""
