"""Audits many packs: finds them, has each linted, keeps what was found in a store, and counts it."""
