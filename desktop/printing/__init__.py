"""The papers: each form a small frozen input and a drawing that returns the bytes of a PDF.

Nothing here reads a database or decides anything; :mod:`desktop.printing.catalogue` lists the forms.
"""
