"""Is every appendix, schedule, form and document that the pack names in the pack?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlint.checking import BlockKind, Context, Extent, Finding, Outcome, Result, about, attachments, clip, found

MOST_NAMED = 6
"""Names at most in the line that sums up; all are listed as findings."""
MOST_SHOWN = 3
"""Parts at most that are shown where all are there."""


def check(context: Context) -> Result:
    """List each named part that no file, heading or title of the pack is."""
    gone = attachments.missing_parts(context.passages)
    missed = attachments.missing_documents(context.passages)
    numbered = attachments.named_parts(context.passages)
    lost = [each for each in missed if not any(_is_one(part, each) for part in numbered)]
    if not gone and not lost:
        return _all_there(attachments.counted_parts(context.passages))
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


def _is_one(part: attachments.Part, listed: attachments.Listed) -> bool:
    """Say whether a listed paper is a part that is judged by its number, by its name or a title that is in it."""
    if attachments.is_listed(part, [listed]):
        return True
    return any(" " in title and title.lower() in listed.name.lower() for title in part.titles)


def _all_there(parts: Sequence[attachments.Counted]) -> Result:
    """Say how many parts are there, and show where the first of them are named."""
    if not parts:
        return found("no appendix, schedule or other document was found that the pack names and does not hold")
    files = {id(part.file) for part in parts if part.file not in (None, part.passage.document)}
    kind = "other document" if len(files) == len(parts) else "part"
    count = f"the one {kind}" if len(parts) == 1 else f"each of the {len(parts)} {kind}s"
    shown = [Finding.at(part.passage, quote=clip(about.row_text(part.passage), 0, 0)) for part in parts[:MOST_SHOWN]]
    told = f"; the first {MOST_SHOWN} are shown" if len(parts) > MOST_SHOWN else ""
    return Result(Outcome.PASSED, f"{count} that the pack names is there{told}", evidence=tuple(shown))


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
