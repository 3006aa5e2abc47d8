"""Lets `python -m tenderlint` do what `tenderlint` does."""

from tenderlint.cli import main

if __name__ == "__main__":
    main()
