"""The window of dismissals of heads of hamlets, and of proposals to replace them."""
