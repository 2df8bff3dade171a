"""Working groups that prepare congresses, what is approved of each unit, works that welcome a congress."""
