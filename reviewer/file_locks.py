"""A lock on an open file that ends with its program, however that ends."""

from __future__ import annotations

import errno
import os
import sys

# One byte far behind what SQLite locks (https://www.sqlite.org/fileformat.html#the_lock_byte_page);
# msvcrt counts in 31 bits.
_LOCKED_BYTE = 0x7FFF_FF00

if sys.platform == "win32":
    import msvcrt

    def locked(descriptor: int) -> bool:
        """Lock the file that is open for writing here; False where another program has."""
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl
    import struct

    def locked(descriptor: int) -> bool:
        """Lock the file that is open for writing here; False where another program has, or this
        one by another descriptor. Raises OSError where nothing can be locked."""
        try:
            if hasattr(fcntl, "F_OFD_SETLK"):
                # Belongs to the descriptor: no other closing in this process drops it.
                want = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, _LOCKED_BYTE, 1, 0)
                fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, want)
            else:
                fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _LOCKED_BYTE)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN):
                return False
            raise
        return True
