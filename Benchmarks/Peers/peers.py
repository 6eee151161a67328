"""Times two other programs that find commitments in notes: megabytes per second over the files that are named."""
import sys
import time

from follow_through.extract import extract_text
from meeting_intelligence import analyse

texts = [open(path, encoding="utf-8", errors="replace").read() for path in sys.argv[1:]]
size = sum(len(text.encode()) for text in texts) / 1e6
for name, hear in (("follow-through", lambda text: extract_text(text, "notes")), ("meeting-intelligence", analyse)):
    start = time.perf_counter()
    for text in texts:
        hear(text)
    print(name, size / (time.perf_counter() - start), size)
