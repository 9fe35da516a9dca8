"""Letters out to other programs and back: one module a format."""
