"""The State's letterhead: pages, headings, titles, signatures. It knows nothing of the Party's."""
