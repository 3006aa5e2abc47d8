"""The kinds of file that packs hold: what people call them, which reader reads them, or what to do instead."""

from __future__ import annotations

from dataclasses import dataclass

_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
_AS_WORD = "Save it as .docx and check that."
_AS_PDF = "Save it as PDF and check that."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `name` follows "is"; `reader` is a module of this package, or "" where there is none.

    `words` says whether such a file may hold words of the tender, so that one unread leaves a gap.
    """

    name: str
    reader: str
    media_type: str
    endings: tuple[str, ...] = ()
    advice: str = ""
    words: bool = True

    @property
    def bare(self) -> str:
        """The name without its article."""
        return self.name.removeprefix("a ").removeprefix("an ")


PDF = Kind("a PDF file", "pdf", "application/pdf", (".pdf",))
WORD = Kind("a Word file", "word", f"{_OOXML}.wordprocessingml.document", (".docx", ".docm", ".dotx", ".dotm"))
TEXT_DOCUMENT = Kind("an OpenDocument text", "odt", f"{_ODF}.text", (".odt", ".ott"))
WORKBOOK = Kind("an Excel workbook", "xlsx", f"{_OOXML}.spreadsheetml.sheet", (".xlsx", ".xlsm", ".xltx", ".xltm"))
OLD_WORKBOOK = Kind("an old Excel workbook", "sheets", "application/vnd.ms-excel", (".xls", ".xlt"))
BINARY_WORKBOOK = Kind("a binary Excel workbook", "sheets", "application/vnd.ms-excel.sheet.binary", (".xlsb",))
SPREADSHEET = Kind("an OpenDocument spreadsheet", "sheets", f"{_ODF}.spreadsheet", (".ods", ".ots"))
WEB_PAGE = Kind("a web page", "html", "text/html", (".html", ".htm", ".xhtml"))
VALUES = Kind("a table of values (CSV)", "csv_table", "text/csv", (".csv", ".tsv"))
DATA = Kind("a data file (JSON)", "release", "application/json", (".json", ".jsonl", ".ndjson"), words=False)
MARKDOWN = Kind("a Markdown file", "plain", "text/markdown", (".md", ".markdown"))
TEXT = Kind("plain text", "plain", "text/plain", (".txt", ".text", ".log"))
READABLE = (
    PDF, WORD, TEXT_DOCUMENT, WORKBOOK, OLD_WORKBOOK, BINARY_WORKBOOK, SPREADSHEET, WEB_PAGE, VALUES, DATA,
    MARKDOWN, TEXT,
)  # fmt: skip

EMPTY = Kind("empty", "", "application/x-empty", advice="Copy or download it again.")
ZEROS = Kind("made of nothing but zeros", "", "application/octet-stream", advice="Copy or download it again.")
POINTER = Kind(
    "only a pointer to a file that is stored elsewhere (Git LFS or git-annex)", "", "text/plain",
    advice="Fetch the file itself, for instance with “git lfs pull”, and check again.",
)  # fmt: skip
SHORTCUT = Kind(
    "only a link to a page or file elsewhere", "", "application/internet-shortcut", (".url", ".lnk", ".webloc"),
    "Put the document itself into the pack.",
)  # fmt: skip
LOCKED = Kind(
    "locked with a password", "", "application/x-ole-storage", advice="Save a copy without it, or ask for one."
)
OLD_WORD = Kind("an old Word file (.doc)", "", "application/msword", (".doc", ".dot"), _AS_WORD)
OLD_SLIDES = Kind("an old PowerPoint file (.ppt)", "", "application/vnd.ms-powerpoint", (".ppt", ".pps"), _AS_PDF)
SLIDES = Kind("a PowerPoint file", "", f"{_OOXML}.presentationml.presentation", (".pptx", ".ppsx", ".pptm"), _AS_PDF)
OPEN_SLIDES = Kind("an OpenDocument presentation", "", f"{_ODF}.presentation", (".odp",), _AS_PDF)
OPEN_OTHER = Kind("an OpenDocument drawing or formula", "", f"{_ODF}.graphics", (".odg", ".odf"), _AS_PDF)
RICH_TEXT = Kind("a rich text file (.rtf)", "", "application/rtf", (".rtf",), _AS_WORD)
WORD_XML = Kind("a Word file saved as XML", "", "application/xml", (), _AS_WORD)
OPEN_XML = Kind("a flat OpenDocument file", "", f"{_ODF}.text-flat-xml", (".fodt", ".fods"), "Save it as .odt.")
XML = Kind("an XML data file", "", "application/xml", (".xml",), "If people must read it, save it as .docx or PDF.")
WEB_ARCHIVE = Kind("a web archive (.mht)", "", "multipart/related", (".mht", ".mhtml"), _AS_WORD)
MESSAGE = Kind(
    "an e-mail message", "", "message/rfc822", (".msg", ".eml"),
    "Save it as PDF, and its attachments as files beside it, and check those.",
)  # fmt: skip
PAGES = Kind("a file of Apple Pages, Numbers or Keynote", "", "application/x-iwork", (".pages", ".numbers", ".key"),
             "Export it as Word or PDF and check that.")  # fmt: skip
BOOK = Kind("an e-book (EPUB)", "", "application/epub+zip", (".epub",), _AS_PDF)
VISIO = Kind("a Visio drawing", "", "application/vnd.visio", (".vsd", ".vsdx"), _AS_PDF, words=False)
PROJECT = Kind("a Microsoft Project or Publisher file", "", "application/x-ole-storage", (".mpp", ".pub"), _AS_PDF)
WORDPERFECT = Kind("a WordPerfect file", "", "application/vnd.wordperfect", (".wpd",), _AS_WORD)
OLE = Kind("an old Office file of an unknown kind", "", "application/x-ole-storage", (), _AS_WORD)
FIXED = Kind("an XPS file", "", "application/oxps", (".xps", ".oxps"), _AS_PDF)
POSTSCRIPT = Kind("a PostScript file", "", "application/postscript", (".ps", ".eps", ".ai"), _AS_PDF)
SIGNED = Kind("a signed message", "", "application/pkcs7-mime", (".p7m", ".p7s"), "Save the document by itself.")
CONTAINER = Kind("a signed container (ASiC)", "", "application/vnd.etsi.asic-e+zip", (".asice", ".asics"),
                 "Unpack it and check the files.")  # fmt: skip
ZIP = Kind("a zip file", "", "application/zip", (".zip",), "Unpack it and check the folder.")
ARCHIVE = Kind(
    "an archive of a kind that is not opened", "", "application/x-archive",
    (".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab"), "Unpack it and check the folder.",
)  # fmt: skip
PICTURE = Kind(
    "a picture", "", "image/*", (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".heic", ".svg", ".emf", ".wmf"),
    "If it shows words, give them as text too: a picture can be neither searched nor read aloud.", words=False,
)  # fmt: skip
SCAN = Kind(
    "a picture in the shape of a page, perhaps a scan", "", "image/*", (".tif", ".tiff"),
    "Give its words as text: make a searchable PDF of it and check that.",
)  # fmt: skip
FILM = Kind("a video", "", "video/*", (".mp4", ".mov", ".avi", ".mkv", ".wmv", ".webm"),
            "Make sure that its words are also in a document.", words=False)  # fmt: skip
SOUND = Kind("a sound recording", "", "audio/*", (".mp3", ".wav", ".m4a", ".ogg", ".flac"),
             "Make sure that its words are also in a document.", words=False)  # fmt: skip
DRAWING = Kind("a CAD drawing", "", "image/vnd.dwg", (".dwg", ".dxf", ".dwf"),
               "If bidders need it, give it as PDF too.", words=False)  # fmt: skip
PROGRAM = Kind("a program", "", "application/x-executable", (".exe", ".dll", ".msi"),
               "A tender pack should hold none: take it out.", words=False)  # fmt: skip
FONT = Kind("a font", "", "font/*", (".ttf", ".otf", ".woff", ".woff2"), "Take it out of the pack.", words=False)
DATABASE = Kind("a database", "", "application/x-database", (".accdb", ".mdb", ".sqlite", ".db"),
                "Export what bidders need as a table.", words=False)  # fmt: skip
SETTINGS = Kind("a file of settings for a program, and no document of the pack", "", "application/toml",
                (".toml", ".yaml", ".yml", ".ini", ".cfg"), "Keep it elsewhere.", words=False)  # fmt: skip
UNKNOWN = Kind("of no known kind", "", "application/octet-stream", (), "Save it as Word or PDF and check that.")

_BY_ENDING = {
    ending: kind
    for kind in (
        *READABLE, SHORTCUT, OLD_WORD, OLD_SLIDES, SLIDES, OPEN_SLIDES, OPEN_OTHER, RICH_TEXT, OPEN_XML, XML,
        WEB_ARCHIVE, MESSAGE, PAGES, BOOK, VISIO, PROJECT, WORDPERFECT, FIXED, POSTSCRIPT, SIGNED, CONTAINER, ZIP,
        ARCHIVE, PICTURE, SCAN, FILM, SOUND, DRAWING, PROGRAM, FONT, DATABASE, SETTINGS,
    )
    for ending in kind.endings
}  # fmt: skip


def kind_of_ending(suffix: str) -> Kind | None:
    """Return the kind that a name's ending (small letters, with its dot) speaks of, if any."""
    return _BY_ENDING.get(suffix)
