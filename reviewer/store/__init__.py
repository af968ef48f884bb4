"""The only room that knows SQLite: the project file and the user's memory."""
