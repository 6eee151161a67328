#!/usr/bin/env python3
"""Learn how actions and decisions are worded, from labelled notes.

    learn.py --benchmark heard-benchmark --grammar Grammar/en [--leave-out] FOLDER... > Grammar/en/learned.cues

Each folder holds docs/ORGANISATION/NOTES and gold/ORGANISATION/NOTES.json, as the labels' guide has them. `heard-benchmark
features` tells what is seen of each sentence; a logistic regression for either kind of item tells what that says. What fewer than six
organisations write is left out, and so are proper names: words are those that the Grammar knows anyway. Which of the Grammar's lists
the first words of a sentence stand in is learned as well, so that a rare verb weighs what verbs like it do; what is written has that
added to each word's own weight. With --leave-out nothing is written: each folder is heard with what was learned from the others, and
F1 is printed.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

KINDS = ("action", "decision")
FEATURES = ("trait", "word", "first", "second", "third", "opening", "pair", "heading", "above")
# A feature is kept where so many organisations have it.
LEAST_ORGANISATIONS = 6
# Of the words in these places the lists that hold them tell as well; lists of fewer words tell no more than the words.
LISTED = ("first", "second", "third")
LEAST_WORDS = 8
# Smaller weights say nothing that rounding would not.
LEAST_WEIGHT = 0.1
STRENGTH = 0.4
# Written with a capital, and no name.
NO_NAMES = set(
    "i ok monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split())


def organisation(path):
    return path.split("/docs/")[1].split("/")[0]


def word_lists(folder):
    """By word: the lists of the Grammar that hold it, but those of names."""
    lists = collections.defaultdict(set)
    for path in sorted(glob.glob(folder + "/*.cues")):
        name = None
        for line in open(path):
            opening = re.match(r"list (\S+)$", line)
            if opening:
                name = opening.group(1)
            elif line.startswith("  ") and name:
                lists[name].update(re.findall(r"(?<![^ ])[a-z][a-z'-]*(?![^ \n])", re.sub(r'"[^"]*"', " ", line)))
            elif line.strip():
                name = None
    holders = collections.defaultdict(list)
    for name, words in sorted(lists.items()):
        if len(words) >= LEAST_WORDS and name != "given-name":
            for word in words:
                holders[word].append(name)
    return holders


def names_in(files, names_file):
    """Words that are written with a capital as a rule, given names, and the organisations' own."""
    writers, capital, small = collections.defaultdict(set), collections.Counter(), collections.Counter()
    for path in files:
        text = unicodedata.normalize("NFC", open(path, errors="replace").read())
        for word in set(re.findall(r"[^\W\d_]+", text.lower())):
            writers[word].add(organisation(path))
        for word in re.findall(r"(?<=[a-z,;] )([^\W\d_]+)", text):
            (capital if word[0].isupper() else small)[word.lower()] += 1
    given = set(re.findall(r"[^\W\d_]+", open(names_file).read().lower()))
    own = {re.sub(r"[^a-z]", "", organisation(path).lower()) for path in files}
    names = {w for w in writers if capital[w] >= 3 and capital[w] > 0.6 * (capital[w] + small[w])} - NO_NAMES
    return names | {w for w in given if small[w] <= 3 * capital[w]} | {w for w in own if small[w] < 30}


def features(benchmark, files):
    """By file: (first line, last line, features) of each sentence."""
    out = subprocess.run([benchmark, "features", "0", "0"] + files, capture_output=True)
    if out.returncode:
        sys.exit("learn.py: heard-benchmark fails: " + out.stderr.decode()[-500:])
    found = collections.defaultdict(list)
    for line in out.stdout.decode().split("\n"):
        name, *rest = line.split("\t")
        if len(rest) > 2:
            found[name].append((int(rest[0]), int(rest[1]), rest[2:]))
    return found


def load(benchmark, folders, grammar):
    """The labelled notes, and by word the lists that hold it."""
    files = sorted(f for d in folders for f in glob.glob(d + "/docs/**", recursive=True) if os.path.isfile(f))
    names = names_in(files, grammar + "/given-names.cues")
    holders = {word: lists for word, lists in word_lists(grammar).items() if word not in names}
    notes = []
    for path, sentences in features(benchmark, files).items():
        gold = path.replace("/docs/", "/gold/") + ".json"
        if not os.path.exists(gold):
            continue
        items = collections.defaultdict(list)
        for item in json.load(open(gold))["items"]:
            items[item["kind"]].append((*item["lines"], item.get("sure", True)))
        for index, (first, last, seen) in enumerate(sentences):
            seen = [f for f in seen if not names.intersection(f.split(" ")[1:])]
            sentences[index] = (first, last, seen + listed(seen, holders))
        notes.append({"folder": path.split("/docs/")[0], "by": organisation(path), "sentences": sentences, "items": items})
    return notes, holders


def listed(seen, holders):
    """"first in task-verb": the lists that hold the first words."""
    return [
        f"{place} in {name}" for place, _, word in (f.partition(" ") for f in seen) if place in LISTED for name in holders.get(word, ())]


def columns(notes):
    """Numbers of the features that enough organisations have."""
    by = collections.defaultdict(set)
    for note in notes:
        for _, _, seen in note["sentences"]:
            for feature in seen:
                by[feature].add(note["by"])
    return {f: i for i, f in enumerate(sorted(f for f, who in by.items() if len(who) >= LEAST_ORGANISATIONS))}


def matrix(notes, numbers):
    rows, cols, values, count = [], [], [], 0
    for note in notes:
        for _, _, seen in note["sentences"]:
            for column, times in collections.Counter(numbers[f] for f in seen if f in numbers).items():
                rows.append(count); cols.append(column); values.append(float(times))
            count += 1
    made = scipy.sparse.csr_matrix((values, (rows, cols)), shape=(count, len(numbers)))
    made.indices, made.indptr = made.indices.astype("int32"), made.indptr.astype("int32")
    return made


def labels(notes, kind, scores=None):
    """What each sentence is, and how much it counts. Of the sentences on an item's lines one is the item: the likeliest so far."""
    what, counts, before = [], [], 0
    for note in notes:
        size = len(note["sentences"])
        own, weight = np.zeros(size), np.ones(size)
        for first, last, sure in note["items"][kind]:
            on = [i for i, (a, b, _) in enumerate(note["sentences"]) if a <= last and b >= first]
            if not on:
                continue
            if not sure:
                weight[[i for i in on if own[i] == 0]] = 0
            elif scores is None:
                own[on], weight[on] = 1, 1 / len(on)
            else:
                best = max(on, key=lambda i: scores[before + i])
                weight[[i for i in on if own[i] == 0]] = 0
                own[best], weight[best] = 1, 1
        what.append(own); counts.append(weight)
        before += size
    return np.concatenate(what), np.concatenate(counts)


def learned(seen, notes, kind):
    model = None
    for _ in range(3):
        what, counts = labels(notes, kind, None if model is None else model.decision_function(seen))
        used = counts > 0
        model = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear")
        model.fit(seen[used], what[used], sample_weight=counts[used])
    return model


def f1(notes, kind, scores, least):
    right = wrong = missed = before = 0
    for note in notes:
        size = len(note["sentences"])
        given = [note["sentences"][i][:2] for i in range(size) if scores[before + i] >= least]
        before += size
        used = set()
        for first, last, sure in note["items"][kind]:
            on = [i for i, (a, b) in enumerate(given) if a <= last and b >= first]
            if sure:
                right += bool(on); missed += not on
            used.update(on)
        wrong += len(given) - len(used)
    return 2 * right / max(1, 2 * right + wrong + missed)


def leave_out(notes):
    folders = sorted({n["folder"] for n in notes})
    for kind in KINDS:
        scores, order = [], []
        for group in (folders[i::8] for i in range(8)):
            others = [n for n in notes if n["folder"] not in group]
            own = [n for n in notes if n["folder"] in group]
            numbers = columns(others)
            scores.append(learned(matrix(others, numbers), others, kind).decision_function(matrix(own, numbers)))
            order += own
        print(kind, *(f"from {least:+.1f} {f1(order, kind, np.concatenate(scores), least):.3f}" for least in (-1.4, -1, -0.7, -0.4)))


def write(notes, holders):
    numbers = columns(notes)
    seen = matrix(notes, numbers)
    weights = np.zeros((len(numbers), len(KINDS)))
    for place, kind in enumerate(KINDS):
        model = learned(seen, notes, kind)
        weights[:, place] = model.coef_[0]
        weights[numbers["trait always"], place] += model.intercept_[0]
    count = len({n["by"] for n in notes})
    print("# How actions and decisions are worded and where they stand, in log-odds for either.")
    print(f"# Made by `make learn` from labelled notes of {count} organisations; change those and not this.\n")
    for group in FEATURES:
        print("weights " + group)
        own = {f[len(group) + 1:]: weights[number] for f, number in numbers.items() if f.startswith(group + " ")}
        if group in LISTED:
            own = with_lists(own, holders)
        for words, row in sorted(own.items()):
            row = row.round(2)
            if max(abs(row)) >= LEAST_WEIGHT:
                print(" ", words, *("0" if abs(w) < 0.005 else f"{w:+.2f}" for w in row))
        print()


def with_lists(own, holders):
    """The weights of words in one place with those of the lists that hold them."""
    none = np.zeros(len(KINDS))
    return {
        word: own.get(word, none) + sum((own.get("in " + name, none) for name in holders.get(word, ())), none)
        for word in set(own) | set(holders) if not word.startswith("in ")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--benchmark", required=True)
    parser.add_argument("--grammar", required=True)
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    notes, holders = load(options.benchmark, [f.rstrip("/") for f in options.folders], options.grammar)
    if not notes:
        sys.exit("learn.py: no labelled notes in " + " ".join(options.folders))
    leave_out(notes) if options.leave_out else write(notes, holders)


if __name__ == "__main__":
    main()
