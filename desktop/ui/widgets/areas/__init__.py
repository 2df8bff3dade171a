"""Where parts of a page stand: what scrolls, what stands beside, the bar at the foot."""
