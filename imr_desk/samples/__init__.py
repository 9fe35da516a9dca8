"""Letters of our own making, typeset with known truth."""
