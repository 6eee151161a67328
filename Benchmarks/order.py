"""Writes `library-functions.txt`: what the command runs of the libraries that are linked into it, in the order of first use.

    order.py HEARD NOTES… >FILE     HEARD: built with its symbols; needs valgrind

A linker that is given the list lays these functions side by side. They lie scattered over fifteen megabytes otherwise, and the system
maps sixteen pages for each one that is touched. What is compiled with heard is not in it: it changes with every commit, and lies together.
"""
import re
import subprocess
import sys
import tempfile

OWN = re.compile(r"5Heard|8HeardCLI|12HeardGrammar|14ArgumentParser")


def called(heard, notes):
    """The names of the functions that one run over notes called."""
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={out.name}", heard, notes],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        text = open(out.name, encoding="utf-8", errors="replace").read()
    return [re.sub(r"'\d+$", "", name) for name in re.findall(r"^c?fn=\(\d+\) (.*)$", text, re.M)]


def main(heard, *notes):
    symbols = subprocess.run(["nm", "--defined-only", heard], capture_output=True, text=True, check=True).stdout
    known = {line.split()[-1] for line in symbols.splitlines()}
    names = (name for each in notes for name in called(heard, each))
    for name in dict.fromkeys(name for name in names if name in known and not OWN.search(name)):
        print(name)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
