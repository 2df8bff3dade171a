"""Personnel before the vote: reviews, reserves, issues raised, heads told by the other office, renewal."""
