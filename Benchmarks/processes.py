"""Measures whole processes: their time, their memory, and what a second processor brings."""
import os
import shutil
import statistics
import subprocess
from collections import namedtuple

import measuring
import shapes

Taken = namedtuple("Taken", "wall processor peak status")
# Seconds that one process may take.
LIMIT = 120


def launched(o, runs, commands):
    """By command, what each of its runs took: µs, µs, KiB."""
    program = [o.launch, str(runs), os.devnull, *commands]
    run = subprocess.run(measuring.pinned(program), capture_output=True, text=True, check=True, timeout=LIMIT)
    taken = [[] for _ in commands]
    for line in run.stdout.splitlines():
        number, wall, processor, peak, status = line.split()
        taken[int(number)].append(Taken(float(wall), float(processor), int(peak), int(status)))
    return taken


def time_of(o, folder, text, suffix):
    """The least processor time of a few runs over some text; None where it takes too long."""
    path = os.path.join(folder, "grown." + suffix)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        taken = launched(o, 3, [f"{o.heard} {path}"])[0]
    except subprocess.TimeoutExpired:
        return None
    return min(taken, key=lambda t: t.processor)


def empty_swift(folder):
    """An empty Swift program, built as heard is."""
    source, target = os.path.join(folder, "empty.swift"), os.path.join(folder, "empty-swift")
    with open(source, "w", encoding="utf-8") as file:
        file.write("@main enum Empty { static func main() {} }\n")
    command = ["swiftc", "-O", "-parse-as-library", "-static-executable", source, "-o", target]
    return target if subprocess.run(command, capture_output=True).returncode == 0 else None


def print_processes(named, taken, reference):
    base = named.index(reference) if reference in named else None
    for name, runs in zip(named, taken):
        walls = [t.wall for t in runs]
        ratio = statistics.median(walls) / statistics.median(t.wall for t in taken[base]) if base is not None else 0
        processor = statistics.median(t.processor for t in runs)
        print(f"  {name:32} {statistics.median(walls) / 1e3:8.2f} ms ±{measuring.spread(sorted(walls)[:len(walls) * 9 // 10]):4.0%}"
              f" {processor / 1e3:8.2f} ms of processor {max(t.peak for t in runs) / 1024:6.1f} MB {ratio:7.2f} × {reference}", flush=True)


def one_note(o, folder, markdown, empty):
    """One note of about 200 lines: what a person waits for."""
    def lines(path):
        with open(path, "rb") as file:
            return file.read().count(b"\n")

    note = os.path.join(folder, "note.md")
    shutil.copy(min(markdown, key=lambda path: abs(lines(path) - 200)), note)
    swift = empty_swift(folder)
    extensions = "-e table -e tasklist -e strikethrough -e autolink"
    rows = [
        ("an empty Swift program", swift), ("an empty C program", empty), ("wc -l", f"wc -l {note}"),
        ("cmark-gfm", shutil.which("cmark-gfm") and f"cmark-gfm {extensions} {note}"), ("heard", f"{o.heard} {note}"),
        ("heard actions", f"{o.heard} actions {note}"), ("heard --format json", f"{o.heard} --format json {note}"),
    ]
    rows = [(name, command) for name, command in rows if command]
    runs = max(o.runs, 101)
    print(f"\nOne note of {lines(note)} lines as a whole process, {runs} runs in turn")
    print_processes([name for name, _ in rows], launched(o, runs, [command for _, command in rows]), "an empty Swift program")


def memory(o, folder, docs):
    """Peak memory over one large note."""
    path = os.path.join(folder, "large.md")
    size = 10_000_000
    with open(path, "w", encoding="utf-8") as file:
        file.write(shapes.notes(docs, "md", size))
    rows = [("cmark-gfm", shutil.which("cmark-gfm") and f"cmark-gfm -e table {path}"),
            ("heard Document", f"{o.benchmark} document 1 0 {path}"), ("heard actions", f"{o.heard} actions {path}"),
            ("heard", f"{o.heard} {path}")]
    rows = [(name, command) for name, command in rows if command]
    print(f"\nPeak memory over {size / 1e6:.0f} MB of real notes in one file")
    for (name, _), taken in zip(rows, launched(o, 1, [command for _, command in rows])):
        print(f"  {name:24} {taken[0].peak / 1024:8.1f} MB {taken[0].peak * 1024 / size:8.2f} × the notes")


def threads(o, folder, notes):
    """A folder on one processor and on two."""
    place = os.path.join(folder, "folder")
    os.makedirs(place)
    for copy in range(20):
        for number, path in enumerate(notes):
            shutil.copy(path, os.path.join(place, f"{copy}-{number}-{os.path.basename(path)}"))
    if len(os.sched_getaffinity(0)) < 2:
        print("\nTwo threads against one\n  skipped: there is only one processor")
        return
    walls = {"1": [], "0,1": []}
    for _ in range(o.runs):
        for processors, figures in walls.items():
            command = ["taskset", "-c", processors, o.launch, "1", os.devnull, f"{o.heard} {place}"]
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            figures.append(float(out.split()[1]))
    one, two = (statistics.median(figures) for figures in walls.values())
    print(f"\nTwo threads against one, on a folder of {len(os.listdir(place))} notes")
    print(f"  one {one / 1e3:.0f} ms ±{measuring.spread(walls['1']):.0%}, two {two / 1e3:.0f} ms ±{measuring.spread(walls['0,1']):.0%}: {one / two:.2f} ×")
