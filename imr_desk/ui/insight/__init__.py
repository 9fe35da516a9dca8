"""The insight page: charts over the letters of the store, each bar leading to the letters behind it."""
