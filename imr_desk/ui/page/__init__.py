"""The pages of the open letter: shown, marked, selected from and searched."""
