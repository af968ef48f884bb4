"""What menus, keys and the mouse can do, by what they act on."""
