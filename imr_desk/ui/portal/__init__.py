"""Portals: another place of the letter laid over the pages for a moment, without leaving where one is."""
