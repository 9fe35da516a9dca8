"""What guideline blocks rest on and cite."""
