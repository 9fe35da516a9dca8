"""What the checks say, and what follows from the letter's dates."""
