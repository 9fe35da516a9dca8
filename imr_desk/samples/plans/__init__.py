"""What a letter will tell: its plan, its facts, and the words of its author."""
