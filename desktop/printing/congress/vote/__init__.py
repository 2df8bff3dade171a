"""What each vote of a congress needs: list, ballots, tally, counting minutes."""
