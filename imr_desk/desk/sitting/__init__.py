"""The letter on the desk and all that a person does to it in a sitting: changes as steps, undone and done again."""
