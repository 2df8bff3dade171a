"""Personnel before the vote: reviews, reserves, matters raised, told heads; renewal set beside a report."""
