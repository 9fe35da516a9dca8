"""Labels and figures on their way out, into files."""
