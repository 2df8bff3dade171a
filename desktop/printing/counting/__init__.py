"""What a count, a tally and a roll print: their facts, and how their tables lie on a page."""
