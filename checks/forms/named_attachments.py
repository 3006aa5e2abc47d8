"""Is every appendix, schedule, form and document that the pack names in the pack?"""

from __future__ import annotations

from dataclasses import replace

from tenderlint.checking import BlockKind, Context, Extent, Finding, Outcome, Result, about, attachments, clip, found

MOST_NAMED = 6
"""Names at most in the line that sums up; all are listed as findings."""


def check(context: Context) -> Result:
    """List each named part that no file, heading or title of the pack is."""
    named = attachments.named_parts(context.passages)
    listed = attachments.listed_documents(context.passages)
    gone = attachments.missing_parts(context.passages)
    lost = attachments.missing_documents(context.passages)
    if not gone and not lost:
        if not named and not listed:
            return found("the pack names no appendix, schedule or other document of its own that could be missing")
        first = [part.passages[0] for part in named[:2]] or [part.passage for part in listed[:2]]
        return found(f"each of the {len(named) + len(listed)} parts that the pack names is there", *first)
    findings = [_finding(context, part) for part in gone]
    findings.extend(Finding.at(part.passage, name=part.name, lacks="which is not in the pack") for part in lost)
    result = Result(
        outcome=Outcome.FAILED,
        reason=_summary(context, [part.name for part in gone] + [part.name for part in lost]),
        findings=tuple(findings),
    )
    if any(document.extent is not Extent.FULLY for document in context.pack.documents):
        return replace(
            result,
            by_absence=True,
            nearest=tuple(
                replace(finding, message=f"{finding.values['name']} was not found") for finding in findings[:10]
            ),
        )
    return result


def _finding(context: Context, part: attachments.Part) -> Finding:
    """Say where a part is named first, how often, and whether at least its title is there."""
    only_title = attachments.standing_parts(context.passages).is_empty(part.reference)
    lacks = "of which only the title is there" if only_title else "which is not in the pack"
    named = [each for each in part.passages if each.block.kind is not BlockKind.HEADING] or part.passages
    if len(named) > 1:
        lacks = f"{lacks}; it is named in {len(named)} places"
    return Finding.at(named[0], quote=clip(about.row_text(named[0]), 0, 0), name=part.name, lacks=lacks)


def _summary(context: Context, names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED]) + (f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else "")
    count = "1 part that the pack names is" if len(names) == 1 else f"{len(names)} parts that the pack names are"
    alone = (
        "; the pack that was read is a single file, so they may have been issued beside it"
        if len(context.pack.documents) == 1
        else ""
    )
    return f"{count} not in it: {shown}{alone}"
