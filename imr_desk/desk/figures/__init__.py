"""Figures of the whole store, counted beside the work."""
