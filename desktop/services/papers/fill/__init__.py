"""The store turned into the inputs of forms: what all papers share, and a room for each kind of them."""
