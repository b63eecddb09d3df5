"""The commands: each turns its options into one call of the library and one rendering."""
