#!/bin/sh
# Draws all documents of the sample hub; see README.md.
set -eu
cd "$(dirname "$0")"
for part in pictures pdf_cases pdf_guides pdf_paper pdf_lang pdf_scan docx_files xlsx_files video; do /usr/bin/python3 "$part.py"; done
node decks.mjs
/usr/bin/python3 thumbnails.py
/usr/bin/python3 manifest.py
