"""Notes of every kind and hostile shapes, of any size: what `bench.py` lets grow.

    shapes.py NAME BYTES >FILE      writes one; without arguments, lists the names
"""
import glob
import os
import sys

WORDS = "budget plan report contract room list letter figure draft date poster invoice table map route ticket".split()
VERBS = "send write check book draft review order call ask print".split()
FIRST = "Ana Ben Carla Deniz Ewa Farid Greta Hugo Ines Jonas Kira Liam Mona Nils Olga Paul".split()


def name(i):
    """A name that no other number has."""
    letters = "bdfgklmnprst"
    last = "".join(letters[i // 12 ** k % 12] + "aeiou"[(i + k) % 5] for k in range(4))
    return f"{FIRST[i % len(FIRST)]} {last.capitalize()}"


def repeated(line):
    """Lines, each made from its number."""
    def make(size):
        lines, length, i = [], 0, 0
        while length < size:
            text = line(i)
            lines.append(text)
            length += len(text)
            i += 1
        return "".join(lines)
    return make


def around(before, unit, after=""):
    return lambda size: before + unit * max(1, size // len(unit)) + after


def nested(opening, middle, closing):
    return lambda size: opening * (size // (len(opening) + len(closing))) + middle + closing * (size // (len(opening) + len(closing)))


def action(i):
    return f"- [ ] {name(i % 20)} to {VERBS[i % 10]} the {WORDS[i % 16]} by {i % 28 + 1} March\n"


def prose(i):
    return (f"We talked about the {WORDS[i % 16]} and {name(i % 20)} will {VERBS[i % 10]} it. Nobody knew why it was late. "
            f"Who has the {WORDS[i * 7 % 16]}? It was decided to keep the {WORDS[i * 3 % 16]}.\n" + ("\n" if i % 3 == 2 else ""))


SHAPES = {
    # Notes.
    "prose": ("md", repeated(prose)),
    "actions": ("md", repeated(action)),
    "sections": ("md", repeated(lambda i: f"## Topic {i}\n\n{prose(i)}\n{action(i)}\n")),
    "attendees": ("md", lambda size: "Present:\n" + repeated(lambda i: f"- {name(i)}\n")(size)),
    "owners": ("md", repeated(lambda i: f"- ACTION: {name(i)} to {VERBS[i % 10]} the {WORDS[i % 16]}\n")),
    "questions": ("md", repeated(lambda i: f"- Q: who will {VERBS[i % 10]} the {WORDS[i % 16]} of {i}?\n")),
    "decisions": ("md", repeated(lambda i: f"- DECISION: keep the {WORDS[i % 16]} of {i}, because it is cheap\n")),
    "disagreements": ("md", repeated(lambda i: f"- {name(i % 40)} disagreed with the {WORDS[i % 16]} of {i}\n")),
    "dates": ("md", repeated(lambda i: f"on {i % 28 + 1} March 2026 or the Friday after next week, ")),
    "table of actions": ("md", lambda size: "| Action | Owner | Due |\n|---|---|---|\n" + repeated(
        lambda i: f"| {VERBS[i % 10]} the {WORDS[i % 16]} | {name(i % 20)} | {i % 28 + 1} March |\n")(size)),
    "transcript": ("vtt", lambda size: "WEBVTT\n\n" + repeated(
        lambda i: f"{i // 3600:02}:{i // 60 % 60:02}:{i % 60:02}.000 --> {i // 3600:02}:{i // 60 % 60:02}:{i % 60:02}.900\n"
                  f"<v {name(i % 9)}>I'll {VERBS[i % 10]} the {WORDS[i % 16]} tomorrow.\n\n")(size)),
    "chat": ("log", repeated(lambda i: f"[{i // 60 % 24:02}:{i % 60:02}] <{FIRST[i % 9].lower()}> I'll {VERBS[i % 10]} the {WORDS[i % 16]}\n")),
    "plain text": ("txt", repeated(prose)),
    "org": ("org", repeated(lambda i: f"* Topic {i}\n** TODO {VERBS[i % 10]} the {WORDS[i % 16]}\n{prose(i)}")),
    "wiki": ("wiki", repeated(lambda i: f"== Topic {i} ==\n* '''{name(i % 20)}''' will {VERBS[i % 10]} the {WORDS[i % 16]}\n")),
    "turns": ("json", lambda size: "[" + repeated(
        lambda i: f'{{"speaker": "{name(i % 9)}", "text": "I will {VERBS[i % 10]} the {WORDS[i % 16]}."}},\n')(size) + "{}]"),
    "web page": ("html", lambda size: "<h1>Weekly</h1>" + repeated(
        lambda i: f"<h2>Topic {i}</h2><p>{prose(i)}</p><ul><li>{name(i % 20)} will <b>{VERBS[i % 10]}</b> the {WORDS[i % 16]}</li></ul>\n")(size)),
    # Hostile Markdown.
    "quotes": ("md", around("", "> ", "a")),
    "quotes, deeper a line": ("md", repeated(lambda i: "> " * min(i, 200) + "a\n")),
    "lists within lists": ("md", repeated(lambda i: " " * min(2 * i, 400) + "- a\n")),
    "empty lists within lists": ("md", around("", "- ", "a")),
    "brackets": ("md", around("", "[")),
    "links that are none": ("md", around("", "[a](b")),
    "images that are none": ("md", around("", "![[]()")),
    "emphasis": ("md", around("", "*a _b ")),
    "emphasis that ends": ("md", around("", "a**b c* ")),
    "strong within strong": ("md", nested("*a **a ", "b", " a** a*")),
    "backticks": ("md", lambda size: "".join("`" * (i + 1) + "a" for i in range(int((2 * size) ** 0.5)))),
    "less-than signs": ("md", around("", "<a ")),
    "processing instructions": ("md", around("", "a <?")),
    "comments that are none": ("md", around("", "a <!A ")),
    "references": ("md", lambda size: "[a]: " + "u" * (size // 20) + "\n\n" + "[a] " * (size // 5)),
    "reference definitions": ("md", repeated(lambda i: f"[a{i}]: u\n")),
    "columns": ("md", lambda size: "|a" * (size // 10) + "|\n" + "|-" * (size // 10) + "|\n" + "|b\n" * (size // 5)),
    "rows": ("md", lambda size: "|a|b|\n|-|-|\n" + "|c|d|\n" * (size // 6)),
    "tildes": ("md", around("", "~~a ")),
    "a long line": ("md", around("", "Ana will send the budget and ")),
    "a long word": ("md", around("", "a")),
    "blank lines": ("md", around("a", "\n", "b")),
    "colons": ("md", around("", "a: ")),
    "names": ("md", around("", "Ana Silva, ")),
    "at signs": ("md", around("", "@a ")),
    "question marks": ("md", around("", "a? ")),
    "parentheses": ("md", around("", "(a ")),
    "numbers": ("md", around("", "1 2. ")),
    "accents": ("md", around("a", "\u0301")),
    "entities": ("md", around("", "&amp;")),
    # Hostile HTML.
    "elements within elements": ("html", nested("<div>", "a", "</div>")),
    "wrong ends": ("html", around("<p>", "<b></i>")),
    "bold never ended": ("html", around("<p>", "<b>a")),
    "attributes": ("html", lambda size: "<p " + " ".join(f"a{i}=1" for i in range(size // 8)) + ">a</p>"),
    "a comment without an end": ("html", around("<p>a</p><!--", " a")),
    "tables within tables": ("html", nested("<table><tr><td>", "a", "</td></tr></table>")),
    "cells": ("html", around("<table><tr>", "<td rowspan=9>a", "</table>")),
    "less-than signs in a page": ("html", around("<p>", "< a")),
    "references in a page": ("html", around("<p>", "&amp;&#x41;")),
}


def notes(docs, suffix, size):
    """Real notes, one after the other, over and over."""
    paths = sorted(glob.glob(os.path.join(docs, "**", "*." + suffix), recursive=True))
    text = "\n\n".join(open(path, encoding="utf-8", errors="replace").read() for path in paths)
    return (text * (size // max(1, len(text)) + 1))[:size]


if __name__ == "__main__":
    if len(sys.argv) == 3:
        sys.stdout.write(SHAPES[sys.argv[1]][1](int(sys.argv[2])))
    else:
        print("\n".join(SHAPES))
