"""Letter text to record: detect the template, segment the letter, extract the fields; pure functions over data."""
