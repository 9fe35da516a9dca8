"""All letters of the store as a list, by window: sorted, filtered, searched."""
