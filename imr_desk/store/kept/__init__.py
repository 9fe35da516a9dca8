"""Letters out of the tables, with their values and what happened to them."""
