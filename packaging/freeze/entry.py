"""What the frozen program starts with: see `reviewer.cli.main`."""

from reviewer.cli import main

raise SystemExit(main())
