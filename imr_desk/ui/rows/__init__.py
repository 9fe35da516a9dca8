"""Rows that lists paint by hand: what all of them share."""
