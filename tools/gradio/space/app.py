"""A small Gradio Space that paints mosaics instead of running a model.

Its endpoints stand for everything a client can meet: pictures, previews, progress,
galleries, log lines and every kind of failure. The same files run on Gradio 4.44 to 6.x.

    python app.py --port 7860 --kind main

Prints `READY <url>` on stdout once it serves. It listens on 127.0.0.1 only.
"""

import argparse
import os
import socket
import sys
import tempfile

# Gradio reads these while it is imported, so they come before the import.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
# Gradio 5 and 6 may put a Node server in front of Python; a Space's API is the Python one.
os.environ["GRADIO_SSR_MODE"] = "False"
# launch() asks its own address for a sign of life; a proxy of the machine must not be asked.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"
# Every picture Gradio serves is a file; they shall not outlive the server.
FOLDER = tempfile.TemporaryDirectory(prefix="hypotez-gradio-", ignore_cleanup_errors=True)
os.environ["GRADIO_TEMP_DIR"] = FOLDER.name

from interface import build_editing_space, build_space  # noqa: E402

KINDS = ["main", "login", "full", "show-errors", "editing"]


def free_port() -> int:
    """A port nobody listens on right now."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        # Old releases cut addresses in the middle of the port; 443xx would become the port of https.
        if not str(port).startswith("443"):
            return port


def launch(space, kind: str, port: int) -> str:
    """Starts the server and gives its address."""
    _, local_url, _ = space.launch(
        server_name="127.0.0.1",
        server_port=port,
        auth=("painter", "canvas") if kind == "login" else None,
        max_file_size=1000 if kind == "full" else None,
        show_error=kind == "show-errors",
        prevent_thread_lock=True,
        quiet=True,
    )
    return local_url


def launch_anywhere(space, kind: str) -> str:
    """The same on a free port; another process may take one between the search and the start."""
    for _ in range(9):
        try:
            return launch(space, kind, free_port())
        except OSError:
            continue
    return launch(space, kind, free_port())


def serve(port: int, kind: str, picture_format: str, stop_with_stdin: bool) -> None:
    """Serves one kind of Space until Ctrl-C, or until stdin ends."""
    build = build_editing_space if kind == "editing" else build_space
    space = build(picture_format)
    if kind == "full":
        # Gradio counts jobs at work for each endpoint, but waiting ones for the whole queue.
        space.queue(max_size=1, default_concurrency_limit=1)
    local_url = launch(space, kind, port) if port else launch_anywhere(space, kind)
    print(f"READY {local_url.rstrip('/')}", flush=True)
    try:
        if stop_with_stdin:
            sys.stdin.read()
        else:
            space.block_thread()
    except KeyboardInterrupt:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve the test Space.")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--kind", choices=KINDS, default="main")
    parser.add_argument("--format", choices=["webp", "png"], default="webp", help="of pictures")
    parser.add_argument(
        "--stop-with-stdin",
        action="store_true",
        help="stop when stdin ends, so at the latest with the process that started this one",
    )
    arguments = parser.parse_args()
    serve(arguments.port, arguments.kind, arguments.format, arguments.stop_with_stdin)
    FOLDER.cleanup()
    # Jobs still running in worker threads would hold up a normal exit.
    os._exit(0)


if __name__ == "__main__":
    main()
