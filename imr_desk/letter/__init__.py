"""What a letter is: frozen values that know nothing of PDF, store or screen."""
