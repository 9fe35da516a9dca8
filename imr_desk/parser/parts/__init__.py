"""The parts of a letter: its template, its headings and labels, and where each part stands."""
