#!/bin/sh
# Contact sheet of a PDF's pages, to look at: sheet.sh FILE.pdf OUT.png [columns]
d=$(mktemp -d); pdftoppm -r 62 -png "$1" "$d/p"; montage "$d"/p*.png -tile "${3:-3}x" -geometry +6+6 -background '#777' "$2"; rm -r "$d"
