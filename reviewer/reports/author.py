"""Who signs what leaves the program, unless another name is given."""

from __future__ import annotations

import getpass


def this_person() -> str:
    """The full name of this system's user where it has one, else the account's name."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError):
        # No such account: a container that runs under a number.
        return "Reviewer"
    try:
        import pwd
    except ImportError:
        # Windows.
        return account
    try:
        return pwd.getpwnam(account).pw_gecos.split(",")[0].strip() or account
    except KeyError:
        return account
