"""Printed words: dates, numbers, names, phrases, and the values that they stand for."""
