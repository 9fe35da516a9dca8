"""What happens at the desk: the open letter, the field in focus, the work on the store. No widgets."""
