"""What several formats need: sources with offsets, XML, zips, lists, what hangs on a sentence."""
