"""Colours, marks and small widgets that several parts share."""
