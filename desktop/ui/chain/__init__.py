"""From the head of a hamlet to the secretary of its branch: the chain, its gates and its exceptions."""
