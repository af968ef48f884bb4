"""Tables: workbooks, tab-separated and comma-separated files."""
