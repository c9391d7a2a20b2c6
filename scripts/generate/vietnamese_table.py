#!/usr/bin/env python3
"""Writes services/kernel/vietnamese_table.inc: for each letter of the Latin blocks its folded form (no marks, lower case) and its lower case.

From the Unicode data of Python's own library: NFD, combining marks dropped, d-stroke and eth to d, then lower case.
"""
import sys
import unicodedata

D_LIKE = {0x110: "d", 0x111: "d", 0xD0: "d", 0xF0: "d"}


def fold(code):
    if code in D_LIKE:
        return D_LIKE[code]
    bare = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
    return bare.lower()


def main():
    rows = []
    for code in list(range(0xC0, 0x250)) + list(range(0x1E00, 0x1F00)):
        char = chr(code)
        if not unicodedata.category(char).startswith("L"):
            continue
        folded, lower = fold(code), char.lower()
        if len(folded) == 1 and len(lower) == 1 and (ord(folded) != code or ord(lower) != code):
            rows.append((code, ord(folded), ord(lower)))
    out = sys.stdout
    out.write("// Made by scripts/generate/vietnamese_table.py: {letter, folded, lower case}, sorted by letter.\n")
    for at in range(0, len(rows), 5):
        out.write(" ".join("{0x%04X, 0x%04X, 0x%04X}," % row for row in rows[at:at + 5]) + "\n")


main()
