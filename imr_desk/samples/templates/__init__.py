"""One module a generation of letters: how its letters are composed."""
