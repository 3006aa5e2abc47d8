"""Lets `python -m tenderlint` do what `tenderlint` does."""

from tenderlint.start import main

if __name__ == "__main__":
    main()
