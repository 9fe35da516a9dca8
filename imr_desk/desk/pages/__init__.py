"""Pictures of pages and of printed words, drawn in worker processes, ahead of time where they can be."""
