"""``python -m mailticket`` is the same as ``mailticket``."""

from mailticket.cli.main import main

if __name__ == "__main__":
    main()
