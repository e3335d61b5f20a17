"""Plays a dialog on a pseudo terminal: pty_dialog.py ANSWERS COMMAND...

ANSWERS is a file with lines 'part of a prompt => answer'. Each prompt that the program writes is answered by the first
unused line whose part it holds; without one by an empty line. The transcript goes to standard output.
"""

import os
import pty
import select
import sys
import time

rows = [line.rstrip("\n").split(" => ", 1) for line in open(sys.argv[1], encoding="utf-8") if " => " in line]
process, terminal = pty.fork()
if process == 0:
    os.execv(sys.argv[2], sys.argv[2:])
transcript, answered, deadline = "", 0, time.monotonic() + 20
while time.monotonic() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.3)
    if ready:
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break
        if not data:
            break
        transcript += data.decode("utf-8", "replace")
    pending = transcript[answered:]
    prompt = pending.rsplit("\n", 1)[-1]
    if prompt.endswith(": ") or prompt.endswith("> "):
        answered = len(transcript)
        row = next((row for row in rows if row[0] in prompt), None)
        if row:
            rows.remove(row)
        answer = row[1] if row else ""
        os.write(terminal, b"\x04" if answer == "^D" else b"\x03" if answer == "^C" else answer.encode() + b"\n")
sys.stdout.write(transcript)
_, status = os.waitpid(process, 0)
sys.exit(os.waitstatus_to_exitcode(status))
