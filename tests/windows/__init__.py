"""The program on Windows' Python: a day, the tests and the bundle, under Wine."""
