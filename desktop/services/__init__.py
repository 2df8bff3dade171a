"""What the clerk does, one use case after another; frozen values out, never rows."""
