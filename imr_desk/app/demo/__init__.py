"""The desk used by itself: hands that press keys and move the mouse, and the main job that they do."""
