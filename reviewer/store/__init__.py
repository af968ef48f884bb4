"""The only room that knows SQLite: the project file and the memory across reviews."""
