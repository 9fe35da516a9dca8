"""The rules: one function for each, in modules by what they look at."""
