#!/usr/bin/env python3
"""Measures heard: how well it hears, and how fast beside its peers. Every figure of speed is a ratio of figures of one run, in
which all take turns, each on one thread of one processor; medians, with half the spread of the runs behind ±.

    bench.py --heard BINARY --benchmark BINARY --shared DIR [--megabytes 50] [--seconds 2] [--runs 9] [--only TABLE,…]

A stage reads the notes again and again until so many megabytes are through or the seconds are over (0: never, so that
50 MB are 50 MB); the tables say how many were read. Tables: judged markdown html process memory python growth threads cues.
"""
import argparse
import glob
import os
import tempfile

import measuring
import processes
import shapes

PEERS = {
    "md4c": (["-lmd4c-html", "-lmd4c"], "markdown"), "cmarkgfm": (["-lcmark-gfm-extensions", "-lcmark-gfm"], "markdown"),
    "libxml2": (measuring.xml_flags(), "html"), "empty": ([], ""), "launch": ([], ""),
}
STAGES = "document,meeting,findings,reflection,json"


def stages(title, o, files, peers, reference):
    """Megabytes per second by stage, each from the bytes on."""
    heard = [o.benchmark, STAGES, str(o.megabytes), str(o.seconds)]
    size = sum(os.path.getsize(f) for f in files)
    programs = [[peer, str(max(1, round(o.megabytes * 1e6 / size)))] for peer in peers] + [heard]
    print(f"\n{title}: {len(files)} notes of {size / 1e3:.0f} KB together")
    measuring.table(measuring.stages([p + files for p in programs], o.runs), reference)


def python_peers(o, files, folder):
    print("\nPython peers on the same notes")
    python = measuring.python_with(["follow-through==0.3.1", "meeting-intelligence==0.1.0"], folder)
    if python is None:
        print("  skipped: PyPI is out of reach")
        return
    script = os.path.join(measuring.HERE, "Peers", "peers.py")
    programs = [[python, script, *files], [o.benchmark, "meeting,reflection", str(o.megabytes), str(o.seconds), *files]]
    figures = measuring.stages(programs, o.runs)
    fastest = max((name for name in figures if not name.startswith("heard")), key=lambda name: measuring.middle(figures[name]))
    measuring.table(figures, fastest)


def growth(o, folder):
    """Processor time at 1, 10 and 100 times the size: above 1.00 a step costs more than ten times the one before."""
    print(f"\nGrowth of the whole process, from {o.base / 1e3:.0f} KB to {o.base / 10:.0f} KB: time of each tenfold ÷ 10, and the peak memory")
    rows = {name: (suffix, make) for name, (suffix, make) in shapes.SHAPES.items()}
    for suffix in ("md", "html"):
        rows[f"real notes, {suffix}"] = (suffix, lambda size, s=suffix: shapes.notes(os.path.join(o.shared, "corpus", "docs"), s, size))
    start = processes.time_of(o, folder, "a\n", "md")
    for name, (suffix, make) in rows.items():
        taken = [processes.time_of(o, folder, make(o.base * times), suffix) for times in (1, 10, 100)]
        if None in taken:
            print(f"  {name:28} longer than {processes.LIMIT} s")
            continue
        # The start counts once; a fifth of it is noise.
        own = [max(t.processor - start.processor, start.processor / 5) for t in taken]
        steps = [b / a / 10 for a, b in zip(own, own[1:])]
        worst = "  ← more than linear" if max(steps) > 1.15 else ""
        print(f"  {name:28} {steps[0]:5.2f} {steps[1]:5.2f}   {own[2] / 1e3:8.0f} ms {taken[2].peak / 1024:6.0f} MB{worst}")


def cues(o, files):
    print("\nA thousand more cues")
    program = [o.benchmark, "cues", str(o.megabytes), str(o.seconds), *files]
    measuring.table(measuring.stages([program], max(1, o.runs // 3)), "the grammar as it is")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--heard", required=True)
    options.add_argument("--benchmark", required=True)
    options.add_argument("--shared", required=True)
    options.add_argument("--megabytes", type=float, default=50)
    options.add_argument("--seconds", type=float, default=2)
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--base", type=int, default=20_000, help="bytes that growth begins at")
    options.add_argument("--only", default="")
    o = options.parse_args()
    o.heard, o.benchmark = os.path.abspath(o.heard), os.path.abspath(o.benchmark)
    wanted = [name for name in o.only.split(",") if name]

    def is_wanted(name):
        return not wanted or name in wanted

    if is_wanted("judged"):
        measuring.judged(o.heard, o.shared)
    docs = os.path.join(o.shared, "corpus", "docs")
    notes = {s: sorted(glob.glob(os.path.join(docs, "**", "*." + s), recursive=True)) for s in ("md", "html")}
    if not notes["md"]:
        print(f"\nSpeed\n  skipped: no notes below {docs}; give the folder that holds corpus/ with --shared")
        return
    with tempfile.TemporaryDirectory() as folder:
        built = measuring.build(folder, {name: libraries for name, (libraries, _) in PEERS.items()})
        o.launch = built.get("launch")

        def beside(kind):
            return [built[name] for name, (_, of) in PEERS.items() if of == kind and name in built]

        if is_wanted("markdown"):
            stages("Markdown notes", o, notes["md"], beside("markdown"), "cmark-gfm to HTML")
        if is_wanted("html") and notes["html"]:
            stages("HTML notes", o, notes["html"], beside("html"), "libxml2 SAX")
        if is_wanted("process") and o.launch:
            processes.one_note(o, folder, notes["md"], built.get("empty"))
        if is_wanted("memory") and o.launch:
            processes.memory(o, folder, docs)
        if is_wanted("python"):
            python_peers(o, notes["md"], folder)
        if is_wanted("growth") and o.launch:
            growth(o, folder)
        if is_wanted("threads"):
            processes.threads(o, folder, notes["md"] + notes["html"])
        if is_wanted("cues"):
            cues(o, notes["md"])


if __name__ == "__main__":
    main()
