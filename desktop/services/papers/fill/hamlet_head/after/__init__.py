"""Papers after the count: the notice, the submission with what it rests on, the decision."""
