"""`python -m vendorbook` is the `vendorbook` command."""

from vendorbook.cli import main

if __name__ == "__main__":
    main()
