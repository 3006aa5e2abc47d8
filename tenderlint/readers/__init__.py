"""Turns the bytes of a file into a Document, whatever format they turn out to be in."""
