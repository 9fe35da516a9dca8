"""Which keys do what, as the table has it and as a person changed it."""
