"""What a pack names as part of itself and what of that is missing: the front of the modules on attachments."""

from tenderlint.facts.attachment_counts import Counted, counted_parts, is_listed
from tenderlint.facts.attachment_lists import Listed, listed_documents, missing_documents
from tenderlint.facts.attachment_parts import Part, named_parts
from tenderlint.facts.attachment_places import Standing, missing_parts, standing_parts

__all__ = [
    "Counted", "Listed", "Part", "Standing", "counted_parts", "is_listed", "listed_documents", "missing_documents",
    "missing_parts", "named_parts", "standing_parts",
]  # fmt: skip
