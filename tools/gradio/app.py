"""A small Gradio Space that paints mosaics instead of running a model.

Its endpoints stand for everything a client can meet: pictures, previews, progress,
galleries, log lines and every kind of failure. The same file runs on Gradio 4.44 to 6.x.

    python app.py --port 7860 --kind main

Prints `READY <url>` on stdout once it serves. It listens on 127.0.0.1 only.
"""

import argparse
import inspect
import os
import random
import socket
import sys
import tempfile
import time

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

import gradio as gr  # noqa: E402
from PIL import Image  # noqa: E402

# The time of one step in `infer` and `preview`.
STEP_SECONDS = float(os.environ.get("STEP_SECONDS", "0.02"))
MAX_SEED = 2_147_483_647
MAX_PREVIEWS = 4
TITLED_ERRORS = "title" in inspect.signature(gr.Error.__init__).parameters


def mosaic(seed: str, tiles: int, width: int, height: int) -> Image.Image:
    """A grid of coloured tiles; the same seed always gives the same colours."""
    colours = random.Random(seed).randbytes(tiles * tiles * 3)
    grid = Image.frombytes("RGB", (tiles, tiles), colours)
    return grid.resize((width, height), Image.Resampling.NEAREST)


def paint(*inputs: object, width: int = 64, height: int = 64, noise: float = 0) -> Image.Image:
    """The picture that belongs to `inputs`, under `noise` from 0 (none) to 1 (nothing else)."""
    picture = mosaic(repr(inputs), 8, width, height)
    if noise == 0:
        return picture
    return Image.blend(picture, mosaic("noise", 32, width, height), noise)


# The endpoints. Each one's api name is the name of its function; none has a docstring, as newer
# versions would publish that on `/info`.


def infer(
    prompt, negative_prompt, seed, randomize_seed,
    width, height, guidance_scale, num_inference_steps,
    progress=gr.Progress(),
):
    if randomize_seed:
        seed = random.randint(0, MAX_SEED)
    steps = int(num_inference_steps)
    for step in range(steps):
        progress((step, steps), desc="Denoising", unit="steps")
        time.sleep(STEP_SECONDS)
    picture = paint(
        prompt, negative_prompt, seed, guidance_scale, steps, width=int(width), height=int(height)
    )
    return picture, seed


def preview(
    prompt, negative_prompt, seed, randomize_seed,
    width, height, guidance_scale, num_inference_steps,
):
    if randomize_seed:
        seed = random.randint(0, MAX_SEED)
    steps = int(num_inference_steps)
    previews = min(steps, MAX_PREVIEWS)
    for shown in range(1, previews + 1):
        time.sleep(STEP_SECONDS)
        picture = paint(
            prompt, negative_prompt, seed, guidance_scale, steps,
            width=int(width), height=int(height), noise=1 - shown / previews,
        )
        yield picture, seed


def gallery(prompt, count):
    return [(paint(prompt, index), str(index)) for index in range(int(count))]


def log(prompt):
    gr.Info("Waiting for a GPU to become available")
    return paint(prompt)


def update(prompt):
    return gr.update(value=paint(prompt))


def nothing(prompt):
    return None


def link(url):
    # An Image would make the server download the address; a Gallery hands it on as it is.
    return [url]


def fail_shown(message):
    raise gr.Error(message)


def fail_titled(message, title):
    if TITLED_ERRORS:
        raise gr.Error(message, title=title)
    raise gr.Error(message)


def fail_hidden(message):
    raise RuntimeError(message)


def fail_midway(message):
    yield paint(message)
    raise gr.Error(message)


def slow(seconds, progress=gr.Progress()):
    slices = max(1, round(seconds / 0.05))
    for index in range(slices):
        progress((index, slices), desc="Sleeping", unit="slices")
        time.sleep(seconds / slices)
    return paint(seconds), seconds


def slow_stream(seconds):
    end = time.monotonic() + seconds
    frame = 0
    while time.monotonic() < end:
        yield paint(seconds, frame)
        frame += 1
        time.sleep(0.1)


def build_space() -> gr.Blocks:
    """Wires every endpoint to a button of its own."""
    with gr.Blocks() as space:
        prompt = gr.Textbox(label="Prompt")
        negative_prompt = gr.Textbox(label="Negative prompt")
        seed = gr.Slider(label="Seed", minimum=0, maximum=MAX_SEED, step=1, value=0)
        randomize_seed = gr.Checkbox(label="Randomize seed", value=True)
        width = gr.Slider(label="Width", minimum=512, maximum=1024, step=32, value=1024)
        height = gr.Slider(label="Height", minimum=512, maximum=1024, step=32, value=1024)
        guidance_scale = gr.Slider(
            label="Guidance scale", minimum=0.0, maximum=7.5, step=0.1, value=4.5
        )
        num_inference_steps = gr.Slider(
            label="Number of inference steps", minimum=1, maximum=50, step=1, value=40
        )
        painting = [
            prompt, negative_prompt, seed, randomize_seed,
            width, height, guidance_scale, num_inference_steps,
        ]
        count = gr.Slider(label="Count", minimum=1, maximum=4, step=1, value=1)
        url = gr.Textbox(label="Address")
        message = gr.Textbox(label="Message")
        title = gr.Textbox(label="Title")
        seconds = gr.Number(label="Seconds", value=1)

        result = gr.Image(label="Result")
        results = gr.Gallery(label="Results")
        slept = gr.Number(label="Slept")

        endpoints = [
            (infer, painting, [result, seed]),
            (preview, painting, [result, seed]),
            (gallery, [prompt, count], results),
            (log, prompt, result),
            (update, prompt, result),
            (nothing, prompt, result),
            (link, url, results),
            (fail_shown, message, result),
            (fail_titled, [message, title], result),
            (fail_hidden, message, result),
            (fail_midway, message, result),
            (slow, seconds, [result, slept]),
            (slow_stream, seconds, result),
        ]
        for function, inputs, outputs in endpoints:
            name = function.__name__
            gr.Button(name).click(function, inputs, outputs, api_name=name)
    return space


def free_port() -> int:
    """A port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(port: int, kind: str, stop_with_stdin: bool) -> None:
    """Serves one kind of Space until Ctrl-C, or until stdin ends."""
    space = build_space()
    if kind == "full":
        # Gradio counts jobs at work for each endpoint, but waiting ones for the whole queue.
        space.queue(max_size=1, default_concurrency_limit=1)
    _, local_url, _ = space.launch(
        server_name="127.0.0.1",
        server_port=port or free_port(),
        auth=("painter", "canvas") if kind == "login" else None,
        prevent_thread_lock=True,
        quiet=True,
    )
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
    parser.add_argument("--kind", choices=["main", "login", "full"], default="main")
    parser.add_argument(
        "--stop-with-stdin",
        action="store_true",
        help="stop when stdin ends, so at the latest with the process that started this one",
    )
    arguments = parser.parse_args()
    serve(arguments.port, arguments.kind, arguments.stop_with_stdin)
    FOLDER.cleanup()
    # Jobs still running in worker threads would hold up a normal exit.
    os._exit(0)


if __name__ == "__main__":
    main()
