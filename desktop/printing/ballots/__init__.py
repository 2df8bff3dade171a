"""Sizes and imposition of ballots, and how their parts are drawn."""
