# Sets $python to the first Python on the path that is new enough, or ends with a sentence that helps.
for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
done
echo "IMR Desk needs Python 3.11 or later and found none. On Debian or Ubuntu: sudo apt-get install python3; elsewhere see python.org." >&2
exit 1
