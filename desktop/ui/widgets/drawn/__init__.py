"""Parts that paint themselves: steps, shares, chips, the training strip, an empty page's picture."""
