"""The guide, read in the program."""
