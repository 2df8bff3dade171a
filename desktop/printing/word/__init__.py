"""Blocks of text papers set as Word, for offices that change a sentence.

Loaded when a paper is saved as Word, not before: python-docx and lxml take their time.
"""
