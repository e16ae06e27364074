"""Compares a handout with its print: every word is there, on paper of that size, inside its margins."""

import html.parser
import re
import subprocess
import sys

PAPER = {"A4": (595.3, 841.9), "Letter": (612.0, 792.0)}  # in points
SIDE = 15 / 25.4 * 72  # the margin at the left and right, as the style sheet has it
SLACK = 2.0


class Words(html.parser.HTMLParser):
    """The text of the page, without its style and its title."""

    def __init__(self):
        super().__init__()
        self.inside, self.words = [], []

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "title"):
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside:
            self.words.extend(data.split())


def main(page, pdf, paper):
    words = Words()
    with open(page, encoding="utf-8") as file:
        words.feed(file.read())
    printed = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    faults = []

    sheets = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">', printed)
    width, height = PAPER[paper]
    for number, (wide, high) in enumerate(sheets, 1):
        if abs(float(wide) - width) > 1 or abs(float(high) - height) > 1:
            faults.append(f"page {number} is {wide} by {high} points, which is not {paper}")

    found = []
    box = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    for left, top, right, bottom, word in re.findall(box, printed):
        found.append(word)
        inside = float(left) >= SIDE - SLACK and float(right) <= width - SIDE + SLACK
        if not inside or float(top) < 0 or float(bottom) > height:
            faults.append(f"“{word}” lies outside the margins: {left} to {right}")

    # A word may be broken over two lines, and stands there without a blank once the breaks are taken out.
    squeeze = lambda text: re.sub(r"\s+", "", html.unescape(text)).replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi")
    # The foot of a page may fall between two halves of a word: it is taken out page by page.
    layout = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    body = squeeze("".join(re.sub(r"\S.*\n\s*\d+ / \d+\s*$", "", sheet.rstrip()) for sheet in layout.split("\f")))
    whole = body + squeeze("".join(found))
    for word in dict.fromkeys(words.words):
        if squeeze(word) not in whole:
            faults.append(f"“{word}” is not on paper")

    for fault in faults[:20]:
        print(f"{pdf}: {fault}")
    if not faults:
        print(f"{pdf}: {len(words.words)} words on {len(sheets)} pages of {paper}, nothing cut off")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
