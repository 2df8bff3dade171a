"""What any contest has before its meeting: campaign, plan, roll, candidates, officials."""
