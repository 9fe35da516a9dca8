"""Record to findings: what does not fit in a letter, one function a rule."""
