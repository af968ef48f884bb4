"""`python -m reviewer`."""

from reviewer.cli import main

# A process that helps with an analysis imports this module and must not begin anew.
if __name__ == "__main__":
    raise SystemExit(main())
