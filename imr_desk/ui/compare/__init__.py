"""Letters of one case side by side, and what differs between them."""
