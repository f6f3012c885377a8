"""The state that outlives a run: an index over the JSON lines, in one SQLite file."""
