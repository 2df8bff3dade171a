"""What the day itself needs: ballots, hand-over, sign-in roll, tally sheet."""
