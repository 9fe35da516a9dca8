"""The desk's way to the store: work in order on a thread of its own, changes kept until they are saved."""
