"""The window: frame, pages by place in the rail, and their widgets; no rule and no query."""
