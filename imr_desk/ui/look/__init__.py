"""How things look: colours and themes, fonts, the sizes of windows, the marks and words of states."""
