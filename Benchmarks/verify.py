#!/usr/bin/env python3
"""Counts how many wrong summary lines `heard verify` catches, and how many faithful ones it doubts.

    verify.py --heard BINARY [--shared DIR] [--misses]

Faithful lines are made of gold items of real notes (DIR/corpus) and of the notes of our own in Benchmarks/Verify, which hold what
the gold has too little of: hedges, numbers, units, conditions, proposals, things done. Each of twelve operators spoils every line
that has what it spoils. A mutant is caught where a claim of it is not supported, or, where a name was taken out, where the
commitment's owner is told to be left out.
"""
import argparse
import collections
import concurrent.futures
import glob
import html
import json
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
MONTHS = "January February March April May June July August September October November December".split()
INVENTED = [
    "repaint the lighthouse", "order forty umbrellas", "translate the brochure into Welsh", "negotiate with the landlord",
    "install solar panels on the roof", "organise a barbecue", "cancel the insurance", "hire a photographer", "renew the parking permit",
    "write a press release about the merger", "rent a minibus", "replace the coffee machine", "interview the gardener", "sell the old printers"]
UNITS = {"days": "weeks", "weeks": "months", "months": "weeks", "hours": "days", "minutes": "hours", "euros": "dollars", "metres": "miles",
         "kilos": "tonnes", "megabytes": "gigabytes", "years": "months", "day": "week", "week": "month"}
PERIODS = {"next week": "next month", "this week": "next week", "tomorrow": "in two weeks", "next meeting": "end of the year", "today": "next Friday",
           "end of the month": "end of the quarter", "next month": "next week", "end of next week": "end of the year"}
HEDGE = r"\b(might|may|will probably|will try to|hopes to|would like to|will possibly)\b"
CONDITION = r"(^if [^,]+, ?|,? (?<!see )(?<!determining )(if|unless|once|as soon as|provided that) [^,.;]+)"


def plain(line):
    """The words of one line of Markdown."""
    line = re.sub(r"\(?https?://\S+\)?", "", re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[\])", r"\1", line))
    line = re.sub(r"^[\s>]*([-*+]|\d+[.)])?\s*(\[[ xX]\])?\s*", "", line.strip())
    line = html.unescape(re.sub(r"[*`]{1,3}|\b_|_\b|<[^>]+>|~~|\\", "", line))
    return re.sub(r"\s+", " ", re.sub(r"^[\s>*-]+", "", line)).strip(" |")


def task_verbs():
    """The words that tasks begin with, as the Grammar lists them."""
    words = open(os.path.join(HERE, "..", "Grammar", "en", "words.cues"), encoding="utf-8").read()
    return set(re.search(r"^list task-verb\n((?:  .*\n)+)", words, re.M)[1].split())


VERBS = task_verbs()
LABEL = r"^(?:action item|action|todo|ai|resolution|resolved|decision|decided|agreed|conclusion)\s*:\s*"
PROMISE = r"(?:will|'ll|to|is going to|am going to|has offered to|agreed to|volunteered to|can)"


def behind_owner(text, owner, isAlone=True):
    """The task of a line that says whose it is, or stands where that is said; nothing where it is not plain."""
    text = text.replace("’", "'")
    words = [re.escape(w) for w in [owner, owner.split()[0], owner.lstrip("@"), owner.split()[-1].rstrip(".")] if len(w) > 1]
    who = r"(?:@?(?:" + "|".join(words) + r"|[A-Z]{2,3}|I))"
    # What stands below somebody's name, or before it, begins with its verb.
    bare = re.sub(rf"\s*(?:[-–(@]|--)+\s*@?(?:{'|'.join(words)})\)?\.?$", "", re.sub(LABEL, "", text, flags=re.I), flags=re.I)
    bare = re.sub(rf"^@?(?:{'|'.join(words)})\s*[:-]\s*(?=[A-Za-z])", "", bare)
    if isAlone and bare.split(" ")[0].lower() in VERBS and len(bare.split()) > 2:
        return bare[0].lower() + bare[1:]
    said = re.match(rf"^(?:.*[.!?:] )?{who} ?{PROMISE} (\w+)( .*)$", bare)
    return said[1] + said[2] if said and said[1].lower() in VERBS else None


class Item:
    """One gold item: a line of notes and what stands in it."""

    def __init__(self, kind, text, owner, status="open"):
        self.kind, self.text, self.owner, self.status = kind, text, owner, status
        self.task = None
        body = re.sub(r"^(…|\.\.\.)\s*", "", text)
        body = re.sub(r"^[A-Z][\w.@ -]{1,30}:\s+", "", body)
        body = re.sub(r"^(action item|action|todo|ai)\s*[:-]\s*", "", body, flags=re.I)
        self.body = body
        if kind == "action" and owner:
            said = re.match(rf"^(?:{re.escape(owner)}|{re.escape(owner.split()[0])}|I|@\w+)(?: will|'ll| to| is going to)\s+(.*)$", body)
            if said and not re.match(r"(try|not|probably|possibly)\b", said[1]):
                self.task = said[1].rstrip(".")
            elif status == "done" or ":" in text[:25]:
                self.task = body.rstrip(".") if re.match(r"^[a-z]+ ", body) and (status == "done" or body.split()[0] in VERBS) else None
            if not self.task and (task := behind_owner(text, owner)):
                self.task = re.split(r"(?<=[a-z)])[.?!;] ", task)[0].rstrip(".?! ")

    def faithful(self):
        """Faithful lines, by template."""
        first = (self.owner or "").split(" ")[0]
        if self.kind == "action" and self.status == "done" and self.task:
            return {"done": f"{self.owner}: {self.task} (done)", "tick": f"[x] {self.owner}: {self.task}"}
        if self.kind == "action" and self.task:
            upper = self.task[0].upper() + self.task[1:]
            return {"will": f"{self.owner} will {self.task}.", "label": f"{self.owner}: {self.task}", "to": f"{first} to {self.task}",
                    "behind": f"{upper} ({self.owner})", "third": f"{self.owner} agreed to {self.task}."}
        if self.kind == "decision":
            lines = {"same": self.body}
            said = re.match(r"^(we|the \w+)(?: all| are| have)? (?:decided|agreed?) (to .*)$", self.body, re.I)
            if said:
                lines |= {"passive": f"It was decided {said[2]}", "team": f"The team agreed {said[2]}", "mark": f"Decision: {self.body}"}
            return lines
        return {"same": self.body}

    def settled(self):
        """What a decision says was settled, where its words can be told apart; behind "to", "that" or a label."""
        if said := re.search(r"\b(?:decided|agreed?|resolved) (to|that|not to) (.*)$", self.body):
            return f"{said[1]} {said[2]}"
        if said := re.search(r"\b(?:consensus|agreed on|agreed and upon) (?:to|on|is to) (.*)$", self.body, re.I):
            return f"to {said[1]}" if said[1].split()[0] in VERBS else None
        return f"to {self.body[0].lower() + self.body[1:]}" if self.body.split()[0].lower() in VERBS else None


def mutants(item, lines, people, partner):
    """Wrong lines, by operator."""
    made = []
    others = [p for p in people if item.owner and p.split()[0] != item.owner.split()[0]]
    if item.kind == "action" and item.task and item.status == "open":
        for other in others[:2]:
            made.append(("owner swapped", f"{other} will {item.task}."))
        made.append(("owner dropped", f"Somebody will {item.task}."))
        made.append(("owner dropped", item.task[0].upper() + item.task[1:] + "."))
        if partner:
            made.append(("tasks exchanged", f"{item.owner} will {partner.task}."))
            made.append(("tasks exchanged", f"{partner.owner} will {item.task}."))
        made.append(("status flipped", f"{item.owner}: {item.task} (done)"))
        made.append(("negation dropped or added", f"{item.owner} will not {item.task}."))
    if item.status == "done" and item.task:
        made.append(("status flipped", f"{item.owner} will {item.task}."))
        made.append(("status flipped", f"[ ] {item.owner}: {item.task}"))
    for line in list(lines.values())[:2]:
        for said, wrong in PERIODS.items():
            if re.search(rf"\b{said}\b(?!['’])", line):
                made.append(("date shifted", re.sub(rf"\b{said}\b(?!['’])", wrong, line, count=1)))
        if month := re.search(r"\b(by|in|before|until) (" + "|".join(MONTHS) + r")\b", line):
            made.append(("date shifted", line.replace(month[2], MONTHS[(MONTHS.index(month[2]) + 3) % 12])))
        if day := re.search(r"\b(" + "|".join(DAYS) + r")\b", line):
            made.append(("date shifted", line.replace(day[1], DAYS[(DAYS.index(day[1]) + 2) % 5])))
        if date := re.search(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r")\b", line):
            made.append(("date shifted", line.replace(date[0], f"{int(date[1]) % 27 + 1} {date[2]}")))
            made.append(("date shifted", line.replace(date[0], f"{date[1]} {MONTHS[(MONTHS.index(date[2]) + 2) % 12]}")))
        if iso := re.search(r"\b(20\d\d)-(\d\d)-(\d\d)\b", line):
            made.append(("date shifted", line.replace(iso[0], f"{iso[1]}-{iso[2]}-{int(iso[3]) % 27 + 1:02}")))
        number = re.search(r"(?<![\w#./:-])(\d{1,4})(?= (?!" + "|".join(MONTHS) + r")[a-z])", line)
        if number:
            made.append(("number changed", line[:number.start()] + str(int(number[1]) + 7) + line[number.end():]))
        if named := re.search(r"(#|\b(?:issue|section|version|PR|EIP-?) ?v?)(\d+)(?=[\s.,;:)]|$)", line):
            made.append(("number changed", line[:named.start(2)] + str(int(named[2]) + 7) + line[named.end(2):]))
        if version := re.search(r"(?<![\d.])(\d+)\.(\d+)(?:\.\d+)*(?![\d.]*\w)", line):
            made.append(("number changed", line[:version.start(2)] + str(int(version[2]) + 4) + line[version.end(2):]))
        if hour := re.search(r"\b(\d+)(?=[ap]m\b)", line):
            made.append(("number changed", line[:hour.start(1)] + str(int(hour[1]) % 11 + 1) + line[hour.end(1):]))
        if unit := re.search(r"(?:\d|few|two|three|several) (" + "|".join(UNITS) + r")\b", line):
            made.append(("unit changed", line[:unit.start(1)] + UNITS[unit[1]] + line[unit.end(1):]))
        if re.search(r"\b(will not|won't|not to)\b", line):
            made.append(("negation dropped or added", re.sub(r"\bwill not\b|\bwon't\b", "will", line).replace("not to", "to")))
        elif re.search(r"\b(decided|agreed) to\b", line) and item.kind == "decision":
            made.append(("negation dropped or added", re.sub(r"\b(decided|agreed) to\b", r"\1 not to", line)))
        elif modal := re.search(r"\b(will|should|are|is|can|would) (?!not\b)", line) if item.kind == "decision" else None:
            made.append(("negation dropped or added", line[:modal.end()] + "not " + line[modal.end():]))
        if re.search(HEDGE, line) and item.kind != "decision":
            made.append(("hedge made firm", re.sub(HEDGE, "will", line, count=1)))
        if item.kind == "action" and re.search(CONDITION, line, re.I) and len(re.sub(CONDITION, "", line, flags=re.I)) > 20:
            bare = re.sub(CONDITION, "", line, flags=re.I)
            made.append(("conditional dropped", bare))
    if item.kind == "decision" and (said := item.settled()):
        made.append(("decision and proposal", f"It was proposed {said}"))
        made.append(("decision and proposal", f"Somebody suggested {said}"))
    if item.kind == "proposal" and (said := re.search(r"(?:proposed|suggested|recommended) (to \w+|\w+ing)(.*)$", item.body)):
        made.append(("decision and proposal", f"It was decided: {said[1]}{said[2]}"))
        made.append(("decision and proposal", f"The team agreed on {said[1]}{said[2]}"))
    return made


def own_notes():
    for path in sorted(glob.glob(os.path.join(HERE, "Verify", "*.md"))):
        notes = open(path, encoding="utf-8").read()
        people = re.search(r"^(?:Present|Attendees): (.*)$", notes, re.M)[1].split(", ")
        items = []
        for line in notes.split("\n"):
            if not line.startswith("- "):
                continue
            text = plain(line)
            owner = next((p for p in people if re.search(rf"\b{p.split()[0]}\b", text)), None)
            kind = "action"
            if re.search(r"\b(proposed|suggested|recommended)\b", text):
                kind = "proposal"
            elif re.search(r"\b(decided|agreed)\b", text):
                kind = "decision"
            elif not owner:
                kind = "statement"
            elif re.search(HEDGE + r"|will not|won't", text) or re.search(CONDITION, text, re.I):
                items.append(Item("action", text, None))
                continue
            items.append(Item(kind, text, owner, "done" if line.startswith("- [x]") else "open"))
        yield path, people, items


def gold_notes(shared):
    corpus = os.path.join(shared, "corpus")
    for path in sorted(glob.glob(os.path.join(corpus, "gold", "**", "*.json"), recursive=True)):
        gold = json.load(open(path, encoding="utf-8"))
        doc = os.path.join(corpus, "docs", gold["doc"])
        lines = open(doc, encoding="utf-8", errors="replace").read().split("\n")
        items = []
        for g in gold["items"]:
            if not g.get("sure") or g["kind"] == "question":
                continue
            text = " ".join(plain(line) for line in lines[g["lines"][0] - 1:g["lines"][1]]).strip()
            owners = [o for o in g.get("owners") or [] if len(o.split()) < 4]
            # Of several sentences, one that says what is done by whom.
            parts = re.split(r"(?<=[a-z)])[.!?] +(?=[A-Z])", text)
            told = [part for part in parts if g["kind"] == "action" and len(owners) == 1 and behind_owner(part, owners[0], isAlone=False)]
            text = text if len(parts) == 1 else told[0] if told else ""
            if not 4 <= len(text.split()) <= 40 or "|" in text:
                continue
            items.append(Item(g["kind"], text, owners[0] if len(owners) == 1 else None, g.get("status") or "open"))
        yield doc, gold["people"], items


def verify(heard, notes, line):
    """The answers for the claims of one line, which is a summary of its own; whether somebody's name is told to be left out."""
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as f:
        f.write("- " + line + "\n")
        f.flush()
        out = subprocess.run([heard, "verify", f.name, "--against", notes, "--format", "json"], capture_output=True, text=True).stdout
    answer = json.loads(out)
    return [c["answer"] for c in answer["claims"]], any(left["part"] == "owner" for left in answer["leftOut"])


def verify_together(heard, notes, lines):
    """Of lines that are one summary: those that are doubted, with the answers for their claims."""
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as f:
        f.write("".join(f"- {line}\n" for line in lines))
        f.flush()
        out = subprocess.run([heard, "verify", f.name, "--against", notes, "--format", "json"], capture_output=True, text=True).stdout
    doubted = collections.defaultdict(list)
    for claim in json.loads(out)["claims"]:
        if claim["answer"] != "supported":
            doubted[lines[claim["line"] - 1]].append(claim["answer"])
    return doubted


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--heard", required=True)
    options.add_argument("--shared")
    options.add_argument("--misses", action="store_true")
    o = options.parse_args()
    jobs = []
    sources = [("own notes", *n) for n in own_notes()]
    if o.shared and os.path.isdir(os.path.join(o.shared, "corpus")):
        sources += [("real notes", *n) for n in gold_notes(o.shared)]
    for origin, path, people, items in sources:
        tasks = [i for i in items if i.task and i.status == "open"]
        for number, item in enumerate(items):
            lines = item.faithful()
            partner = next((t for t in tasks if item.task and t.owner != item.owner), None)
            for name, line in lines.items():
                jobs.append((origin, path, "faithful", line))
            for operator, line in mutants(item, lines, people, partner):
                if line not in lines.values():
                    jobs.append((origin, path, operator, line))
        for number, invented in enumerate(INVENTED):
            if people:
                jobs.append((origin, path, "invented action", f"{people[number % len(people)]} will {invented}."))
    table = collections.defaultdict(lambda: [0, 0])
    missed = []

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda job: verify(o.heard, job[1], job[3]), jobs)
        for (origin, path, operator, line), (found, without) in zip(jobs, answers):
            isCaught = not found or any(a != "supported" for a in found) or operator == "owner dropped" and without
            table[origin, operator][0] += isCaught
            table[origin, operator][1] += 1
            if isCaught == (operator == "faithful"):
                missed.append(f"{operator}: {os.path.basename(path)}: {line}  {found}")
    together = collections.defaultdict(list)
    for origin, path, operator, line in jobs:
        if operator == "faithful":
            together[origin, path].append(line)
    for (origin, path), lines in together.items():
        doubted = verify_together(o.heard, path, lines)
        table[origin, "together"][0] += len(doubted)
        table[origin, "together"][1] += len(lines)
        missed += [f"together: {os.path.basename(path)}: {line}  {answers}" for line, answers in doubted.items()]
    report(table)
    if o.misses:
        print("\n" + "\n".join(sorted(missed)))


def report(table):
    operators = ["owner swapped", "owner dropped", "date shifted", "negation dropped or added", "hedge made firm", "number changed",
                 "decision and proposal", "tasks exchanged", "invented action", "status flipped", "conditional dropped", "unit changed"]
    print(f"{'heard verify: caught':30} {'own notes':>14} {'real notes':>14} {'share':>7}")

    def row(name, keys):
        cells, caught, count = [], 0, 0
        for origin in ("own notes", "real notes"):
            a = sum(table[origin, k][0] for k in keys)
            b = sum(table[origin, k][1] for k in keys)
            cells.append(f"{a} of {b}")
            caught, count = caught + a, count + b
        print(f"  {name:28} {cells[0]:>14} {cells[1]:>14} {caught / count if count else 0:7.1%}")

    for operator in operators:
        row(operator, [operator])
    row("all mutants", operators)
    row("faithful lines doubted", ["faithful"])
    row("  as one summary", ["together"])


if __name__ == "__main__":
    main()
