"""Corrects Schibsted Grotesk for French: narrow spaces it lacks, and figures in tables that tear punctuation apart.

Usage: patchfont.py SOURCE_FOLDER TARGET_FOLDER FILE...
Allowed by the OFL 1.1, which declares no reserved name here; the licence file is published beside the fonts.
"""
import os
import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

NARROW_WIDTH = 440
NARROW_SPACES = (0x202F, 0x2009)
KEEP_THEIR_WIDTH = [ord(c) for c in ".,:; \u00a0\"'()/@-"]


def add_narrow_spaces(font):
    """U+202F and U+2009 as one empty glyph; the original has neither, so another font's space was used."""
    name = "uni202F"
    if name in font.getGlyphOrder():
        return
    glyph = Glyph()
    glyph.numberOfContours = 0
    font["glyf"][name] = glyph
    font["hmtx"][name] = (NARROW_WIDTH, 0)
    if "gvar" in font:
        font["gvar"].variations[name] = []
    if "HVAR" in font:
        del font["HVAR"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in NARROW_SPACES:
                table.cmap[code] = name
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def narrow_tabular_punctuation(font):
    """Takes punctuation out of `tnum`, which made it as wide as a figure."""
    gsub = font["GSUB"].table
    lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == "tnum" for i in r.Feature.LookupListIndex}
    cmap = font.getBestCmap()
    drop = {cmap.get(code) for code in KEEP_THEIR_WIDTH}
    for index in lookups:
        for subtable in gsub.LookupList.Lookup[index].SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)
            for glyph in [g for g in getattr(subtable, "mapping", {}) if g in drop]:
                del subtable.mapping[glyph]


def main(source, target, files):
    for file in files:
        font = TTFont(os.path.join(source, file))
        for tag in list(font.keys()):
            if tag != "GlyphOrder":
                font[tag]
        if "latin-wght" in file:
            add_narrow_spaces(font)
            narrow_tabular_punctuation(font)
        font.flavor = "woff2"
        font.save(os.path.join(target, file))


main(sys.argv[1], sys.argv[2], sys.argv[3:])
