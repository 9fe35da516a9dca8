"""The highlights of the open letter, and the labels they are made with."""
