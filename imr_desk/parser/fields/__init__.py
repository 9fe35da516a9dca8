"""The fields of a letter: one module for what each part of it tells."""
