"""What the desk asks and tells a person."""
