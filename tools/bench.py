"""Times tenderlint beside pdftotext and bare Python in one run, and says whether each bar holds."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

PDF_BAR, HELP_BAR, WORD_BAR, HOOK_BAR, MEMORY_BAR = 2.5, 6.0, 20.0, 12.0, 250.0
AGAIN_BAR = 0.1
FACTS_BAR, CHECKS_BAR = 0.5, 0.6  # milliseconds a page
PLAIN_BAR = 60.0  # milliseconds per 100,000 words
FOLDERS = ("procurement-uk", "procurement-us", "procurement-other")
ROOT = Path(__file__).resolve().parent.parent
SMALL_WORD = ROOT / "samples" / "small-quote" / "pack"
BARE = (sys.executable, "-c", "pass")
LINT = (sys.executable, "-m", "tenderlint")
ANEW = "--no-cache"  # what is timed is the reading, not the remembering
WORD_RULES_BAR = 0.3  # of the time that it takes to read the files
GROSS = 2.0  # times a bar: more than a busy machine explains
WIDE = 52


@dataclass(frozen=True)
class Cost:
    """CPU seconds of user and system, and the most memory held at once in MB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Line:
    """One line of the table, with what was measured and its bar where it has one."""

    text: str
    measured: float = 0.0
    bar: float = 1.0


def main(arguments: Sequence[str]) -> int:
    """Print the table; return 1 where a bar is missed by more than noise can explain."""
    if len(arguments) > 1:
        print("usage: python -m tools.bench [CORPUS]")
        return 2
    good = show(start_up()) and show(again("the sample packs, unchanged, beside reading them", sample_packs()))
    corpus = Path(arguments[0]).resolve() if arguments else None
    if corpus is None or not corpus.is_dir():
        print("no corpus, so no PDF is timed: make bench CORPUS=folder")
        return int(not good)
    good = show(word_rules(corpus)) and good
    if shutil.which("pdftotext") is None:
        print("pdftotext is not installed, so no PDF is timed (Debian: apt-get install poppler-utils)")
        return int(not good)
    files = pdf_files(corpus)
    good = show(against_pdftotext(files)) and show(pdf_rules(files)) and show(after_reading(files)) and good
    return int(not (show(again("the PDF files again, unchanged, beside reading them", files, 1)) and good))


def show(lines: Sequence[Line]) -> bool:
    """Print the lines; return False where one misses its bar grossly."""
    for line in lines:
        print(line.text, flush=True)
    return all(line.measured <= GROSS * line.bar for line in lines)


def start_up(times: int = 9) -> list[Line]:
    """Time `--help` and the lint of one small Word file against Python that does nothing."""
    words = sorted(SMALL_WORD.glob("*.docx"))[:1]
    with tempfile.TemporaryDirectory() as scratch:
        jobs = {"bare": partial(run, BARE), "help": partial(run, (*LINT, "--help"))}
        for word in words:
            check = (*LINT, "check", str(word), ANEW, "--format", "json", "-o", f"{scratch}/r.json")
            jobs["word"] = partial(run, check)
            jobs["hook"] = hook_over(word, Path(scratch))
        costs = alternate(jobs, times)
    lines = [compared("tenderlint --help beside python -c pass", costs["help"], costs["bare"], HELP_BAR)]
    if words:
        lines.append(compared("one small Word file beside python -c pass", costs["word"], costs["bare"], WORD_BAR))
        lines.append(compared("the hook, that file changed, beside it too", costs["hook"], costs["bare"], HOOK_BAR))
    return lines


def hook_over(word: Path, scratch: Path) -> Callable[[], Cost]:
    """Return a job that changes a Word file in a repository and runs the hook over it, as before a commit."""
    pack = scratch / "repository" / "tenders" / "quote"
    pack.mkdir(parents=True)
    subprocess.run(("git", "init", "-q", scratch / "repository"), check=True)
    file = Path(shutil.copy(word, pack))
    kept = {"TENDERLINT_CACHE": f"{scratch}/cache"}

    def job() -> Cost:
        with zipfile.ZipFile(file, "a") as archive:
            archive.comment += b"."
        return run((*LINT, "hook", str(file)), kept, pack.parent.parent)

    return job


def sample_packs() -> list[Path]:
    """Return the folders of the sample packs."""
    return sorted((ROOT / "samples").glob("*/pack"))


def again(name: str, packs: Sequence[Path], times: int = 5) -> list[Line]:
    """Time a lint of packs that were linted before and have not changed against one that reads them."""
    with tempfile.TemporaryDirectory() as scratch:
        check = (*LINT, "check", *map(str, packs))
        kept = {"TENDERLINT_CACHE": f"{scratch}/cache"}
        run(check, kept)
        costs = alternate({"cold": partial(run, (*check, ANEW)), "warm": partial(run, check, kept)}, times)
    return [compared(name, costs["warm"], costs["cold"], AGAIN_BAR)]


def against_pdftotext(files: Sequence[Path], times: int = 3) -> list[Line]:
    """Time the whole lint of all files in one run against pdftotext on each, and find the most memory held."""
    if not files:
        return [Line("the corpus holds no PDF file")]
    with tempfile.TemporaryDirectory() as scratch:
        costs = alternate({"ours": partial(lint, files, scratch), "theirs": partial(text_of, files, scratch)}, times)
        longest = max(files, key=pages)
        alone = lint([longest], scratch)
    whole = f"{len(files)} PDF files, {sum(map(pages, files)):,} pages, beside pdftotext"
    return [
        compared(whole, costs["ours"], costs["theirs"], PDF_BAR),
        Line(f"{'  most memory held in that run':<{WIDE}} {costs['ours'].memory:8.0f} MB"),
        Line(
            f"{f'the longest file, {pages(longest)} pages, alone':<{WIDE}} {alone.memory:8.0f} MB"
            f"{'':21}bar {MEMORY_BAR:g}   {verdict(alone.memory, MEMORY_BAR)}",
            alone.memory, MEMORY_BAR,
        ),
    ]  # fmt: skip


def word_rules(corpus: Path) -> list[Line]:
    """Time all rules for Word files against the reading of the same files, in this process."""
    from tools.measuring.rules_cost import rules_beside_reading

    files = [path for path in corpus_files(corpus, "*.docx") if path.read_bytes()[:2] == b"PK"]
    if not files:
        return [Line("the corpus holds no Word file")]
    spent = rules_beside_reading(files, "word")
    name = f"rules for {len(files)} Word files beside reading them"
    return [compared(name, Cost(spent.rules, 0.0), Cost(spent.reading, 0.0), WORD_RULES_BAR)]


def pdf_rules(files: Sequence[Path]) -> list[Line]:
    """Time what all rules for PDF files add to each page, in this process."""
    from tools import pdf_cost

    text, each = pdf_cost.told(*pdf_cost.cost(files))
    return [Line(text, each, pdf_cost.BAR)] if files else []


def after_reading(files: Sequence[Path]) -> list[Line]:
    """Time the facts and the checks over files that are read already."""
    from tools.measuring.stages import stages

    spent = stages(files)
    if not spent.pages:
        return []
    page = 1000 / spent.pages
    plain = (spent.plain - spent.split) * 1000 * 100_000 / max(1, spent.words)
    return [
        timed("facts of these PDF files", spent.facts * page, "ms a page", FACTS_BAR),
        timed("checks of what they say", spent.checklist * page, "ms a page", CHECKS_BAR),
        timed("scores and checks of plain language", plain, "ms beyond splitting 100,000 words", PLAIN_BAR),
    ]


def timed(name: str, cost: float, unit: str, bar: float) -> Line:
    """Return one line of the table: a cost and its bar."""
    return Line(f"{name:<{WIDE}} {cost:8.2f} {unit:<24}bar {bar:g}   {verdict(cost, bar)}", cost, bar)


def compared(name: str, ours: Cost, theirs: Cost, bar: float) -> Line:
    """Return one line of the table: CPU seconds of both, their ratio and its bar."""
    ratio = ours.seconds / theirs.seconds
    text = (
        f"{name:<{WIDE}} {ours.seconds:8.3f} s / {theirs.seconds:7.3f} s = {ratio:5.2f}"
        f"   bar {bar:g}   {verdict(ratio, bar)}"
    )
    return Line(text, ratio, bar)


def verdict(measured: float, bar: float) -> str:
    """Say in a word whether a bar holds."""
    return "holds" if measured <= bar else "MISSED"


def pdf_files(corpus: Path) -> list[Path]:
    """Return the tenders in the corpus that are PDF files, or all PDF files where it has no such folders."""
    return [path for path in corpus_files(corpus, "*.pdf") if path.read_bytes()[:5] == b"%PDF-"]


def corpus_files(corpus: Path, pattern: str) -> list[Path]:
    """Return the files of the tenders in the corpus whose names fit, or of all where it has no such folders."""
    folders = [corpus / name for name in FOLDERS if (corpus / name).is_dir()] or [corpus]
    return sorted(path for folder in folders for path in folder.rglob(pattern))


def pages(path: Path) -> int:
    """Return the number of pages of a PDF file, 0 where it cannot be opened."""
    import pypdfium2

    try:
        return len(pypdfium2.PdfDocument(path))
    except pypdfium2.PdfiumError:
        return 0


def lint(files: Sequence[Path], scratch: str) -> Cost:
    """Lint every file as a pack of its own in one run that writes JSON."""
    return run((*LINT, "check", *map(str, files), ANEW, "--format", "json", "-o", f"{scratch}/reports/"))


def text_of(files: Sequence[Path], scratch: str) -> Cost:
    """Run pdftotext on every file."""
    costs = [run(("pdftotext", str(path), f"{scratch}/text.txt")) for path in files]
    return Cost(sum(cost.seconds for cost in costs), max(cost.memory for cost in costs))


def alternate(jobs: Mapping[str, Callable[[], Cost]], times: int) -> dict[str, Cost]:
    """Run the jobs in turn, once unmeasured and then `times` over; return the median of each."""
    for job in jobs.values():
        job()
    runs = [{name: job() for name, job in jobs.items()} for _ in range(times)]
    return {name: middle([each[name] for each in runs]) for name in jobs}


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of the seconds and of the memory."""
    return Cost(statistics.median(cost.seconds for cost in costs), statistics.median(cost.memory for cost in costs))


def run(command: Sequence[str], more: Mapping[str, str] = MappingProxyType({}), folder: Path = ROOT) -> Cost:
    """Run a command to its end in a folder, in an environment with `more`, and return what it and its children cost.

    How it ends does not matter.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {**more}
    nowhere = subprocess.DEVNULL
    started = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=environment, cwd=folder)
    _, status, usage = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if command[: len(LINT)] == LINT and started.returncode not in (0, 1, 3):
        raise SystemExit(f"exit code {started.returncode}: {' '.join(command[:6])} ...")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
