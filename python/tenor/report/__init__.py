"""One page for a colleague."""
