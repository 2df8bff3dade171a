"""Facts of Vietnamese text: letters, names, dates, identity numbers and numerals; pure functions."""
