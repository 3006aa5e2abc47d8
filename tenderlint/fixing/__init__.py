"""Makes corrected copies of Word and PDF files: what a program may put right without asking, and nothing else."""
