"""The step of ballots: sizes, stock, printing, envelopes."""
