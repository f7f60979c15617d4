"""Reads a dump with Python's own XML parser, as a script would, and stores nothing: what P13 is compared with.

usage: parse.py releases.xml.gz     prints releases, vinyl releases and seconds
"""

import gzip
import sys
import time
from xml.etree import ElementTree

started = time.monotonic()
releases = vinyl = 0
with gzip.open(sys.argv[1]) as dump:
    parser = ElementTree.iterparse(dump, events=("start", "end"))
    _, root = next(parser)
    for event, element in parser:
        if event == "end" and element.tag == "release":
            releases += 1
            if any(medium.get("name") == "Vinyl" for medium in element.iter("format")):
                vinyl += 1
                row = (
                    element.get("id"),
                    element.findtext("title"),
                    element.findtext("country"),
                    element.findtext("released"),
                    element.findtext("master_id"),
                    element.findtext("notes"),
                    [artist.findtext("id") for artist in element.iterfind("artists/artist")],
                    [(label.get("name"), label.get("catno")) for label in element.iterfind("labels/label")],
                    [(track.findtext("position"), track.findtext("title")) for track in element.iterfind("tracklist/track")],
                    [(mark.get("type"), mark.get("value")) for mark in element.iterfind("identifiers/identifier")],
                )
            root.clear()
print(releases, vinyl, round(time.monotonic() - started, 3))
