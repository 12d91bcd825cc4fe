#!/usr/bin/env bash
# Print a Python this project can be installed with; name what the machine lacks, with the line that brings it.
# The distribution's own interpreter is preferred to others on PATH, because it is the one every machine has.
set -u

missing=()
command -v git >/dev/null || missing+=(git)

suits() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

found="" bare=""
for candidate in ${PYTHON:+"$PYTHON"} /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
    command -v "$candidate" >/dev/null || continue
    if suits "$candidate"; then found=$(command -v "$candidate"); break; fi
    if new_enough "$candidate"; then bare=$candidate; fi
done

if [ -z "$found" ]; then
    if [ -n "$bare" ]; then missing+=(python3-venv); else missing+=(python3 python3-venv); fi
fi
if [ ${#missing[@]} -gt 0 ]; then
    sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo "
    {
        echo "missing on this machine: ${missing[*]}"
        echo "    ${sudo}apt-get update && ${sudo}apt-get install -y ${missing[*]}"
        [ -n "$found$bare" ] || echo "(Python 3.11 or newer: Debian 12 or Ubuntu 24.04 at least)"
    } >&2
    exit 1
fi
echo "$found"
