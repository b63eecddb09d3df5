"""The learned engine: an encoder tags, for every cue it finds, the cue's source and content."""
