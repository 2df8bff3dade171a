"""The Party's letterhead, in two regimes by the paper's date; it never meets the State's."""
