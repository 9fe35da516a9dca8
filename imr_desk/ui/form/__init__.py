"""The form: what the letter's record says, field by field, each beside the words it was read from."""
