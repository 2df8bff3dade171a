"""What is written down around a congress: a form for each thing, and the questions that hold them."""
