"""Runs programs in turn and prints what they took as a table of ratios."""
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def pinned(command):
    return ["taskset", "-c", "1", *command]


def xml_flags():
    run = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], capture_output=True, text=True)
    return run.stdout.split()


def build(folder, peers):
    """The programs of Peers/ that compile here, by name."""
    built = {}
    for name, libraries in peers.items():
        target = os.path.join(folder, name)
        command = ["cc", "-O2", "-o", target, os.path.join(HERE, "Peers", name + ".c"), *libraries]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode == 0:
            built[name] = target
        else:
            print(f"{name}: not built ({(run.stderr.strip().splitlines() or ['?'])[0]})", file=sys.stderr)
    return built


def python_with(packages, folder):
    """A Python that has them; nil where they cannot be had."""
    place = os.path.join(folder, "python")
    pip = [os.path.join(place, "bin", "pip"), "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
    for command in ([sys.executable, "-m", "venv", place], pip + packages):
        try:
            if subprocess.run(command, capture_output=True).returncode != 0:
                return None
        except OSError:
            return None
    return os.path.join(place, "bin", "python")


def middle(values):
    return statistics.median(figure for figure, _ in values)


def stages(programs, runs):
    """By stage: megabytes per second and how many were read, a pair a run. The programs take turns, so that a slow minute slows
    all of them."""
    figures = {}
    for _ in range(runs):
        for program in programs:
            out = subprocess.run(pinned(program), capture_output=True, text=True, check=True).stdout
            for line in out.splitlines():
                stage, figure, read = line.rsplit(None, 2)
                figures.setdefault(stage.strip(), []).append((float(figure), float(read)))
    return figures


def spread(values):
    return (max(values) - min(values)) / 2 / (statistics.median(values) or 1)


def table(figures, reference):
    base = middle(figures[reference]) if reference in figures else None
    for stage, values in figures.items():
        speeds = [figure for figure, _ in values]
        ratio = f"{middle(values) / base:8.2f} × {reference}" if base else ""
        read = f"{statistics.median(read for _, read in values):5.0f} MB"
        print(f"  {stage:24} {middle(values):9.2f} MB/s ±{spread(speeds):4.0%} {read} × {len(values)} {ratio}", flush=True)


def judged(heard, shared):
    """What the scorers of the labelled notes and of the dates say; a line where they are missing."""
    for title, script, more in (("Labelled notes", "corpus/score.py", []), ("Dates", "dates/score_dates.py", ["--peers"])):
        path = os.path.join(shared, script)
        print(f"\n{title}")
        if not os.path.exists(path):
            print(f"  skipped: no {path}")
            continue
        command = [sys.executable, path, "--heard", heard]
        run = subprocess.run([*command, *more], capture_output=True, text=True)
        if run.returncode != 0 and more:
            missing = (run.stderr.strip().splitlines() or ["?"])[-1]
            print(f"  without peers: {missing}")
            run = subprocess.run(command, capture_output=True, text=True)
        lines = run.stdout.splitlines() if run.returncode == 0 else [f"failed: {run.stderr.strip()[-300:]}"]
        for line in lines:
            print(line if line.startswith("  ") else "  " + line)
