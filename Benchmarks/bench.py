#!/usr/bin/env python3
"""Measures heard: how well it hears, and how fast beside its peers in the same run (medians of several rounds, one thread,
pinned to one processor).

    bench.py --heard BINARY --benchmark BINARY --shared DIR [--megabytes 50] [--runs 9]
"""
import argparse
import glob
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = {"md4c": ["-lmd4c-html", "-lmd4c"], "cmarkgfm": ["-lcmark-gfm-extensions", "-lcmark-gfm"]}


def pinned(command):
    return ["taskset", "-c", "1", *command]


def build(folder):
    """The peers that compile here, by name."""
    built = {}
    xml = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], capture_output=True, text=True).stdout.split()
    for name, libraries in {**PEERS, "libxml2": xml}.items():
        target = os.path.join(folder, name)
        run = subprocess.run(["cc", "-O2", "-o", target, os.path.join(HERE, "Peers", name + ".c"), *libraries], capture_output=True, text=True)
        if run.returncode == 0:
            built[name] = target
        else:
            print(f"{name}: not built ({(run.stderr.strip().splitlines() or ['?'])[0]})", file=sys.stderr)
    return built


def measure(programs, files, megabytes, runs):
    """Megabytes per second by stage: the programs take turns, so that a slow minute slows all of them."""
    size = sum(os.path.getsize(f) for f in files)
    rounds = max(1, round(megabytes * 1e6 / size))
    figures = {}
    for _ in range(runs):
        for program in programs:
            out = subprocess.run(pinned([program, str(rounds), *files]), capture_output=True, text=True, check=True).stdout
            for line in out.splitlines():
                stage, figure = line.rsplit(None, 1)
                figures.setdefault(stage.strip(), []).append(float(figure))
    return figures


def table(title, figures, reference):
    print(f"\n{title}")
    base = statistics.median(figures[reference]) if reference in figures else None
    for stage, values in figures.items():
        median = statistics.median(values)
        spread = (max(values) - min(values)) / median
        ratio = f"{median / base:7.2f} × {reference}" if base else ""
        print(f"  {stage:20} {median:9.1f} MB/s  ±{spread / 2:4.0%} {ratio}")


def judged(heard, shared):
    """What the scorers of the labelled notes and of the dates say; a line where they are missing."""
    for title, script, more in (("Labelled notes", "corpus/score.py", []), ("Dates", "dates/score_dates.py", ["--peers"])):
        path = os.path.join(shared, script)
        print(f"\n{title}")
        if not os.path.exists(path):
            print(f"  skipped: no {path}")
            continue
        command = [sys.executable, path, "--heard", os.path.abspath(heard)]
        run = subprocess.run([*command, *more], capture_output=True, text=True)
        if run.returncode != 0 and more:
            missing = (run.stderr.strip().splitlines() or ["?"])[-1]
            print(f"  without peers: {missing}")
            run = subprocess.run(command, capture_output=True, text=True)
        lines = run.stdout.splitlines() if run.returncode == 0 else [f"failed: {run.stderr.strip()[-300:]}"]
        for line in lines:
            print(line if line.startswith("  ") else "  " + line)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--heard", required=True)
    options.add_argument("--benchmark", required=True)
    options.add_argument("--shared", required=True)
    options.add_argument("--megabytes", type=float, default=50)
    options.add_argument("--runs", type=int, default=9)
    o = options.parse_args()
    judged(o.heard, o.shared)
    docs = os.path.join(o.shared, "corpus", "docs")
    markdown = sorted(glob.glob(os.path.join(docs, "**", "*.md"), recursive=True))
    html = sorted(glob.glob(os.path.join(docs, "**", "*.html"), recursive=True))
    if not markdown:
        print(f"\nSpeed\n  skipped: no notes below {docs}; give the folder that holds corpus/ with --shared")
        return
    with tempfile.TemporaryDirectory() as folder:
        peers = build(folder)
        beside = [peers[name] for name in ("md4c", "cmarkgfm") if name in peers]
        table("Markdown notes", measure([*beside, o.benchmark], markdown, o.megabytes, o.runs), "cmark-gfm to HTML")
        if html:
            beside = [peers["libxml2"]] if "libxml2" in peers else []
            table("HTML notes", measure([*beside, o.benchmark], html, o.megabytes, o.runs), "libxml2 SAX")


if __name__ == "__main__":
    main()
