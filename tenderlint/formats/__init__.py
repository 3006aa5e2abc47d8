"""The forms in which a report is written out: each starts from a `Report` and asks nothing of documents."""
