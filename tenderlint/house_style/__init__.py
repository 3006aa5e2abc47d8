"""A house's own style: its words, its phrase checks and its Vale rules, made into checks like all others."""

from tenderlint.house_style.book import files_of, with_house

__all__ = ["files_of", "with_house"]
