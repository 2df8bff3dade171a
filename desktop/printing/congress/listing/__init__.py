"""How a list to vote on comes about at a congress: who stands, is put up or withdraws, polls, the list."""
