"""What is seen: the desk's widgets, one folder a view."""
