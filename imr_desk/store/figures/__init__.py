"""What can be counted of letters, and what verified letters teach."""
