"""The menus, one file each: the words of the commands, their keys, what does them, and when."""
