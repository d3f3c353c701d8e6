"""The endpoints of the Space. Each one's api name is the name of its function.

None has a docstring, as newer versions would publish that on `/info`.
"""

import inspect
import os
import random
import time

import gradio as gr

from pictures import paint

# The time of one step in `infer` and `preview`.
STEP_SECONDS = float(os.environ.get("STEP_SECONDS", "0.02"))
MAX_SEED = 2_147_483_647
MAX_PREVIEWS = 4
TITLED_ERRORS = "title" in inspect.signature(gr.Error.__init__).parameters


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
    start = time.monotonic()
    while (passed := time.monotonic() - start) < seconds:
        progress(passed / seconds)
        time.sleep(min(0.05, seconds - passed))
    return paint(seconds), seconds


def slow_stream(seconds):
    end = time.monotonic() + seconds
    frame = 0
    while time.monotonic() < end:
        yield paint(seconds, frame)
        frame += 1
        time.sleep(0.1)


def rest(seconds):
    time.sleep(seconds)
    return seconds


def spell(prompt):
    for length in range(1, len(prompt) + 1):
        yield prompt[:length]
        time.sleep(0.1)


def odd_number():
    return float("nan")


def warn(prompt):
    gr.Warning("The prompt was cut")
    return prompt[:10]


def edit(prompt, picture, mask, references, strength, seed):
    sizes = [image.size for image in (picture, mask) if image is not None]
    told = f"{prompt}, {sizes}, {len(references or [])} references, {strength}"
    # As large as the picture that came, and twice as large with a mask.
    width, height = picture.size
    times = 1 if mask is None else 2
    return told, paint(prompt, strength, seed, width=width * times, height=height * times), seed
