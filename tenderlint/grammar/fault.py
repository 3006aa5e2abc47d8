"""The mistake that stands for everything that keeps grammar from being checked."""

from tenderlint.errors import TenderlintError


class GrammarError(TenderlintError):
    """Java, LanguageTool or its server is missing, or does not do what it should: what is wrong and what to do."""
