"""What each vote of a congress needs: ballots, tally, counting minutes."""
