"""Personal fields are Sealed from the first message on: finds plain text fields that sound like a person."""

import re
from pathlib import Path

PERSONAL = {"name", "fullname", "person", "contact", "phone", "mobile", "telephone", "zalo", "email", "mail", "note", "notes",
            "comment", "remark", "message", "address", "street", "birthday", "birth", "passport", "cccd", "leader",
            "representative", "signature", "photo"}
TOKEN = re.compile(r"\bmessage\s+(\w+)\s*\{|\b(?:enum|oneof|extend)\s+[\w.]+\s*\{|[{}]"
                   r"|\b(string|bytes)\s+(\w+)\s*=\s*\d+|\bmap\s*<\s*\w+\s*,\s*string\s*>\s+(\w+)\s*=")
SEALED = "common.v1.Sealed"  # the one message whose bytes may be anybody's


def text_fields(proto):
    """(package.Message.field, field) of every string, bytes and map-to-string field of a file."""
    proto = re.sub(r"//[^\n]*|/\*.*?\*/", "", proto, flags=re.S)
    package = re.search(r"^\s*package\s+hoicho\.([\w.]+)\s*;", proto, re.M)
    scopes = [package.group(1)] if package else []
    for token in TOKEN.finditer(proto):
        message, _kind, field, mapped = token.groups()
        if token.group() == "}":
            scopes.pop()
        elif token.group().endswith("{"):
            scopes.append(message or "")
        else:
            name = field or mapped
            yield ".".join(filter(None, scopes + [name])), name


def open_fields(path):
    """The allow-list: a field and why it may stand in clear, one a line. A line without a reason is refused."""
    allowed = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            field, _, reason = line.partition(" ")
            allowed[field] = reason.strip()
    return allowed


def complaints(protos, allowed):
    """protos: {path: text}."""
    met = set()
    for path, text in sorted(protos.items()):
        for full, name in text_fields(text):
            if full.startswith(SEALED) or not PERSONAL & set(name.split("_")):
                continue
            met.add(full)
            if not allowed.get(full):
                yield f"{path}: {full} sounds personal: make it Sealed, or say in open_fields.txt why it may stand in clear"
    for full in sorted(set(allowed) - met):
        yield f"open_fields.txt: {full} is no such field any more: remove the line"
