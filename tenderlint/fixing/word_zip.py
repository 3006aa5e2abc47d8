"""Puts a Word file together again: the parts that changed, and every other part byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tenderlint.fixing.changes import RefusedError

_TYPES = "[Content_Types].xml"
_PACKAGE = "_rels/.rels"
CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_SIGNATURES = "_xmlsignatures/"


def check_parts(data: bytes) -> None:
    """Raise RefusedError for a file that is signed, or whose parts have no names of their own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    if any(name.startswith(_SIGNATURES) for name in names):
        raise RefusedError("is signed: any change would break its signature. Correct the file that was signed.")
    if len({name.lower() for name in names}) < len(names):
        raise RefusedError("holds two parts of one name. Open it in Word and save it again.")


def with_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with these parts in place of its own, or beside them where it has none of that name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            new.writestr(_like(info), changed.get(info.filename, old.read(info)))
        for name in changed.keys() - set(old.namelist()):
            new.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
    return made.getvalue()


def announce_core(data: bytes) -> dict[str, bytes]:
    """Return the parts that must say so when the file gains properties of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types, package = archive.read(_TYPES), archive.read(_PACKAGE)
    return {
        _TYPES: _with_child(types, "Override", {"PartName": f"/{CORE}", "ContentType": _CORE_TYPE}),
        _PACKAGE: _with_child(package, "Relationship", {"Id": "rIdTitle", "Type": _CORE_RELATION, "Target": CORE}),
    }


def _with_child(data: bytes, tag: str, attributes: Mapping[str, str]) -> bytes:
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    namespace = etree.QName(root).namespace
    etree.SubElement(root, f"{{{namespace}}}{tag}", dict(attributes))
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the entry for a part as it was told in the old file, sizes aside."""
    new = zipfile.ZipInfo(info.filename, info.date_time)
    new.compress_type = info.compress_type if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    new.external_attr, new.create_system, new.comment = info.external_attr, info.create_system, info.comment
    return new
